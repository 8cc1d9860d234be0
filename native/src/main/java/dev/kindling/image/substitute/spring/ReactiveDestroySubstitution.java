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

import java.lang.reflect.Method;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

/**
 * Waits for no publisher that a destroy method returns, as there are none. To wait,
 * Spring brings its registry of reactive types, and that brings Reactor.
 */
@TargetClass(className = ReactiveDestroySubstitution.Wanted.TYPE, onlyWith = ReactiveDestroySubstitution.Wanted.class)
final class ReactiveDestroySubstitution {

	private ReactiveDestroySubstitution() {
	}

	@Substitute
	public boolean await(Method destroyMethod, Object returnValue) {
		return false;
	}

	/**
	 * Whether reactive types are to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "org.springframework.beans.factory.support.DisposableBeanAdapter$ReactiveDestroyMethodHandler";

		Wanted() {
			super(ImagePart.REACTIVE_TYPES, TYPE, "await", "java.lang.reflect.Method", "java.lang.Object");
		}

	}

}
