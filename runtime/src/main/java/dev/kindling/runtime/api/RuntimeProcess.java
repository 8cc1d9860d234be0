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

package dev.kindling.runtime.api;

/**
 * The process that the loop runs in: how it ends, and where it says why.
 */
public interface RuntimeProcess {

	/**
	 * Writes a line about a failure of the runtime itself. It holds no payload, header or
	 * environment value.
	 */
	void complain(String line);

	/**
	 * Ends the process at once, without shutdown hooks: they would wait for the loop,
	 * which is what calls this.
	 */
	void halt(int status);

	/**
	 * Ends the process after its shutdown hooks.
	 */
	void exit(int status);

}
