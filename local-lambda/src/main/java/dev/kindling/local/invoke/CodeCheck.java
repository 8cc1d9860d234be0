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

package dev.kindling.local.invoke;

import org.jspecify.annotations.Nullable;

/**
 * Is asked before each event whether there is code that can handle it. It may take its
 * time, and deploy what is newer.
 */
@FunctionalInterface
public interface CodeCheck {

	/**
	 * Says what keeps the function from handling the event.
	 * @return such as the compiler's errors, which the caller is answered with;
	 * {@code null} if nothing does
	 * @throws InterruptedException if the thread is interrupted meanwhile
	 */
	@Nullable String problem() throws InterruptedException;

}
