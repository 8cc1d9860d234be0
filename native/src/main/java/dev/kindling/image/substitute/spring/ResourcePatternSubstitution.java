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

package dev.kindling.image.substitute.spring;

import java.io.FileNotFoundException;
import java.io.IOException;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds one resource by its location, but not several by a pattern, which reads jars and
 * directories.
 */
@TargetClass(className = ResourcePatternSubstitution.Wanted.TYPE, onlyWith = ResourcePatternSubstitution.Wanted.class)
final class ResourcePatternSubstitution {

	private ResourcePatternSubstitution() {
	}

	@Alias
	public native ResourceLoader getResourceLoader();

	@Substitute
	public Resource[] getResources(String locationPattern) throws IOException {
		if (locationPattern.startsWith("classpath*:") || locationPattern.indexOf('*') >= 0
				|| locationPattern.indexOf('?') >= 0 || locationPattern.indexOf('{') >= 0) {
			throw new FileNotFoundException("'" + locationPattern + "' can't be searched for in this executable. "
					+ "Set kindling.aot.keep=resource-patterns when it is built.");
		}
		return new Resource[] { getResourceLoader().getResource(locationPattern) };
	}

	/**
	 * Whether patterns are to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "org.springframework.core.io.support.PathMatchingResourcePatternResolver";

		Wanted() {
			super(ImagePart.RESOURCE_PATTERNS, TYPE, "getResources", "java.lang.String");
		}

		@Override
		public boolean getAsBoolean() {
			return super.getAsBoolean() && exists(TYPE, "getResourceLoader");
		}

	}

}
