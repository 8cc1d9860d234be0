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

package dev.kindling.start;

import java.util.concurrent.Future;

/**
 * A bean with work that is better done before the first invocation: on Lambda, the start
 * has all of the processor, and the first call of a small function a fraction of it.
 */
public interface InitTask {

	/**
	 * The work, which runs already. The first invocation is asked for when it is done, or
	 * has failed, or after a second.
	 * @return the running work; cancelled if there is nothing to do
	 */
	Future<?> running();

}
