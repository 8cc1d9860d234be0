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

import java.io.InputStream;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.Target;
import org.jspecify.annotations.Nullable;

/**
 * Answers that a module has no annotations, as it does in an executable anyway, which has
 * no {@code module-info.class}. To look for them, {@link Module} brings the JDK's
 * class-file library: every thirtieth method of a function's executable.
 */
@TargetClass(value = Module.class, onlyWith = ModuleSubstitution.Wanted.class)
final class ModuleSubstitution {

	private ModuleSubstitution() {
	}

	@Substitute
	private @Nullable Class<?> loadModuleInfoClass(InputStream in) {
		return null;
	}

	/**
	 * Whether the JDK of this build has the method.
	 */
	static final class Wanted extends Target {

		Wanted() {
			super(null, "java.lang.Module", "loadModuleInfoClass", "java.io.InputStream");
		}

	}

}
