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

package dev.kindling.image.substitute.jackson;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.RecomputeFieldValue;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

/**
 * Jackson reads and writes DOM nodes if the JDK has their classes, for which GraalVM's
 * metadata for Jackson keeps Xerces and Xalan, 6 MB. Without the two classes Jackson
 * takes them for missing.
 */
@TargetClass(className = JacksonDomSubstitution.Wanted.TYPE, onlyWith = JacksonDomSubstitution.Wanted.class)
final class JacksonDomSubstitution {

	@Alias
	@RecomputeFieldValue(kind = RecomputeFieldValue.Kind.Reset)
	private static Class<?> CLASS_DOM_NODE;

	@Alias
	@RecomputeFieldValue(kind = RecomputeFieldValue.Kind.Reset)
	private static Class<?> CLASS_DOM_DOCUMENT;

	private JacksonDomSubstitution() {
	}

	/**
	 * Whether Jackson's DOM nodes are to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "com.fasterxml.jackson.databind.ext.OptionalHandlerFactory";

		Wanted() {
			super(ImagePart.XML_DOCUMENTS, TYPE, "_IsXOfY", "java.lang.Class", "java.lang.Class");
		}

		@Override
		public boolean getAsBoolean() {
			return super.getAsBoolean() && hasField(TYPE, "CLASS_DOM_NODE") && hasField(TYPE, "CLASS_DOM_DOCUMENT");
		}

	}

}
