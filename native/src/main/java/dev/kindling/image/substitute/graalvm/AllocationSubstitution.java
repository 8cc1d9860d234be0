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

package dev.kindling.image.substitute.graalvm;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.Target;

/**
 * Works the sizes of the heap out now and then, where GraalVM does so again for each
 * array that isn't allocated inline; with {@code -Os} that is every one, and a quarter of
 * what a warm call executes. Never again would be too few: two threads that start at the
 * same time can lose what the other has worked out, {@code -Xmx} included.
 */
@TargetClass(className = AllocationSubstitution.Wanted.TYPE, onlyWith = AllocationSubstitution.Wanted.class)
final class AllocationSubstitution {

	private AllocationSubstitution() {
	}

	@Substitute
	private static void runSlowPathHooks() {
		if (HeapSizes.areDue()) {
			// which works them out
			Runtime.getRuntime().maxMemory();
		}
	}

	/**
	 * Whether GraalVM has this hook, initialises the sizes before, and tells the heap of
	 * changed options.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "com.oracle.svm.core.genscavenge.ThreadLocalAllocation";

		Wanted() {
			super(null, TYPE, "runSlowPathHooks");
		}

		@Override
		public boolean getAsBoolean() {
			return super.getAsBoolean()
					&& exists("com.oracle.svm.core.genscavenge.CollectionPolicy", "ensureSizeParametersInitialized")
					&& exists("com.oracle.svm.core.genscavenge.HeapImpl", "optionValueChanged",
							"com.oracle.svm.core.option.RuntimeOptionKey");
		}

	}

}
