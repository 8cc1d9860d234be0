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

package dev.kindling.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.kindling.maven.elf.ElfFile;
import dev.kindling.maven.elf.ElfFormatException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an executable that can't run on <code>provided.al2023</code>.
 */
final class ExecutableCheck {

	private ExecutableCheck() {
	}

	/**
	 * Looks into it, and says that it runs.
	 * @param file the executable
	 * @param brought shared libraries that are in the zip or in a layer
	 * @param architecture the function's; {@code null} for either
	 * @param log takes the good news
	 * @throws MojoFailureException if it can't run; has a sentence for each problem
	 */
	static void check(Path file, Set<String> brought, @Nullable String architecture, Log log)
			throws IOException, MojoFailureException {
		ElfFile elf;
		try {
			elf = ElfFile.read(file);
		}
		catch (ElfFormatException ex) {
			throw new MojoFailureException(file + " can't run on Lambda: " + ex.getMessage());
		}
		List<String> problems = new LambdaRuntimeCheck(brought).problems(elf, architecture);
		if (!problems.isEmpty()) {
			throw new MojoFailureException(
					file + " can't run on provided.al2023:\n  - " + String.join("\n  - ", problems));
		}
		log.info(file.getFileName() + " runs on provided.al2023, " + elf.machine().lambdaName());
	}

}
