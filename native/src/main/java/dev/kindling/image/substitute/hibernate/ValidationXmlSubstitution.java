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

package dev.kindling.image.substitute.hibernate;

import java.io.InputStream;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

/**
 * Finds no {@code META-INF/validation.xml}, as there was none when the executable was
 * built.
 */
@TargetClass(className = ValidationXmlSubstitution.Wanted.TYPE, onlyWith = ValidationXmlSubstitution.Wanted.class)
final class ValidationXmlSubstitution {

	private ValidationXmlSubstitution() {
	}

	@Substitute
	private InputStream getValidationXmlInputStream() {
		return null;
	}

	/**
	 * Whether constraints in XML are to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "org.hibernate.validator.internal.xml.config.ValidationXmlParser";

		Wanted() {
			super(ImagePart.VALIDATION_XML, method(TYPE, "getValidationXmlInputStream"));
		}

	}

}
