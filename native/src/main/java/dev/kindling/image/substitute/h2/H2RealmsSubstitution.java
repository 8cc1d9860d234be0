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

package dev.kindling.image.substitute.h2;

import java.net.URL;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

/**
 * Does without a configuration of realms, which is a file of XML.
 */
@TargetClass(className = H2RealmsSubstitution.Wanted.TYPE, onlyWith = H2RealmsSubstitution.Wanted.class)
final class H2RealmsSubstitution {

	private H2RealmsSubstitution() {
	}

	@Substitute
	public void configureFromUrl(URL configUrl) {
		throw new UnsupportedOperationException("H2's configuration of realms isn't in this executable. "
				+ "Set kindling.aot.keep=h2-realms when it is built.");
	}

	/**
	 * Whether realms are to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "org.h2.security.auth.DefaultAuthenticator";

		Wanted() {
			super(ImagePart.H2_REALMS, method(TYPE, "configureFromUrl", "java.net.URL"));
		}

	}

}
