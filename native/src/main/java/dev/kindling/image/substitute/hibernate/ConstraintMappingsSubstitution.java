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
import java.util.Set;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

/**
 * Does without constraint mappings in XML.
 */
@TargetClass(className = ConstraintMappingsSubstitution.Wanted.TYPE,
		onlyWith = ConstraintMappingsSubstitution.Wanted.class)
final class ConstraintMappingsSubstitution {

	private ConstraintMappingsSubstitution() {
	}

	@Substitute
	public void parse(Set<InputStream> mappingStreams) {
		throw new UnsupportedOperationException("Constraint mappings in XML aren't in this executable. "
				+ "Set kindling.aot.keep=validation-xml when it is built.");
	}

	/**
	 * Whether constraints in XML are to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "org.hibernate.validator.internal.xml.mapping.MappingXmlParser";

		Wanted() {
			super(ImagePart.VALIDATION_XML, method(TYPE, "parse", "java.util.Set"));
		}

	}

}
