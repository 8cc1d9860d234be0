/*
 * Copyright 2026-present the Kindling authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package dev.kindling.image.substitute.jdk;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

/**
 * Does without a desktop, as the JDK does where there is no screen.
 */
@TargetClass(className = DesktopSubstitution.Wanted.TYPE, onlyWith = DesktopSubstitution.Wanted.class)
final class DesktopSubstitution {

	private DesktopSubstitution() {
	}

	@Substitute
	public static boolean isDesktopSupported() {
		return false;
	}

	@Substitute
	public static synchronized DesktopSubstitution getDesktop() {
		throw new UnsupportedOperationException(
				"java.awt.Desktop isn't in this executable. Set kindling.aot.keep=desktop when it is built.");
	}

	/**
	 * Whether the desktop is to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "java.awt.Desktop";

		Wanted() {
			super(ImagePart.DESKTOP, method(TYPE, "isDesktopSupported"), method(TYPE, "getDesktop"));
		}

	}

}
