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

package dev.kindling.maven.reload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.kindling.local.invoke.FunctionCode;

/**
 * What is run, once it has been built.
 */
public interface Application {

	/**
	 * What it consists of.
	 * @return files, and directories with all that is in them
	 */
	List<Path> files();

	/**
	 * Makes of the files, as they are now, code that stays as it is while they change.
	 * @param directory an empty one, for copies
	 * @return the code
	 * @throws BuildFailure if it can't be started
	 * @throws IOException if a file can't be copied
	 */
	FunctionCode freeze(Path directory) throws BuildFailure, IOException;

}
