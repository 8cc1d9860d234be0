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

import java.util.Set;

import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The processors that Lambda has, as it calls them.
 */
final class Architecture {

	private static final Set<String> KNOWN = Set.of("x86_64", "arm64");

	private Architecture() {
	}

	/**
	 * That of this machine.
	 */
	static String here() {
		return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
	}

	/**
	 * Refuses what is none.
	 * @param architecture to look at; {@code null} for either
	 * @throws MojoFailureException if Lambda has none of that name
	 */
	static void check(@Nullable String architecture) throws MojoFailureException {
		if (architecture != null && !KNOWN.contains(architecture)) {
			throw new MojoFailureException(
					"kindling.architecture is x86_64 or arm64, as Lambda calls them, not " + architecture);
		}
	}

}
