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

import java.text.NumberFormat;
import java.util.Locale;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

/**
 * Does without numbers such as {@code 1K}.
 */
@TargetClass(className = CompactNumbersSubstitution.Wanted.TYPE, onlyWith = CompactNumbersSubstitution.Wanted.class)
final class CompactNumbersSubstitution {

	private CompactNumbersSubstitution() {
	}

	@Substitute
	public NumberFormat getCompactNumberInstance(Locale locale, NumberFormat.Style formatStyle) {
		throw new UnsupportedOperationException("Compact numbers aren't in this executable. "
				+ "Set kindling.aot.keep=compact-numbers when it is built.");
	}

	/**
	 * Whether compact numbers are to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "sun.util.locale.provider.NumberFormatProviderImpl";

		Wanted() {
			super(ImagePart.COMPACT_NUMBERS, TYPE, "getCompactNumberInstance", "java.util.Locale",
					"java.text.NumberFormat$Style");
		}

	}

}
