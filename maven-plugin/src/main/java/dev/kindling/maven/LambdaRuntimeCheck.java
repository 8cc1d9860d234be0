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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.kindling.maven.elf.ElfFile;
import dev.kindling.maven.elf.Machine;
import dev.kindling.maven.elf.NeededVersion;
import org.jspecify.annotations.Nullable;

/**
 * Says what keeps an executable from running on {@code provided.al2023}.
 *
 * @see <a href="https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html">glibc in
 * Amazon Linux 2023</a>
 */
final class LambdaRuntimeCheck {

	private static final String GLIBC = "GLIBC_";

	private static final int[] GLIBC_OF_AL2023 = { 2, 34 };

	private static final String GLIBCXX = "GLIBCXX_";

	private static final int[] GLIBCXX_OF_AL2023 = { 3, 4, 29 };

	private static final Set<String> LIBRARIES = Set.of("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0",
			"librt.so.1", "libresolv.so.2", "libutil.so.1", "libgcc_s.so.1", "libstdc++.so.6", "libz.so.1",
			"ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1");

	private static final String BUILD = "Build it where the runtime's versions are: on Amazon Linux 2023,"
			+ " for instance by `mvn kindling:native` or `sam build --use-container`.";

	private final Set<String> brought;

	/**
	 * Knows the runtime's libraries and these.
	 * @param brought libraries that are in the zip or in a layer
	 */
	LambdaRuntimeCheck(Set<String> brought) {
		this.brought = brought;
	}

	/**
	 * Looks at an executable.
	 * @param file what it needs
	 * @param architecture what the function is configured with; {@code null} for either
	 * @return one sentence for each problem; empty if it runs
	 */
	List<String> problems(ElfFile file, @Nullable String architecture) {
		List<String> problems = new ArrayList<>();
		if (file.machine() == Machine.OTHER) {
			problems.add("It is for neither x86_64 nor arm64, and Lambda has no other processors.");
		}
		else if (architecture != null && !architecture.equals(file.machine().lambdaName())) {
			problems.add("It is for " + file.machine().lambdaName() + ", but the function's architecture is "
					+ architecture + ". Build it on " + architecture
					+ " or by `mvn kindling:native`, or set -Dkindling.architecture=" + file.machine().lambdaName()
					+ ".");
		}
		if (file.interpreter() != null && file.interpreter().contains("ld-musl")) {
			problems.add("It needs the dynamic linker " + file.interpreter() + " of musl, which the runtime lacks."
					+ " Link it statically (--static --libc=musl) or against glibc.");
			return problems;
		}
		for (String library : file.libraries()) {
			if (!LIBRARIES.contains(library) && !this.brought.contains(library)) {
				problems.add("It needs the shared library " + library + ", which the runtime lacks."
						+ " Put the library beside the executable, or name it in <providedLibraries>"
						+ " if a layer brings it.");
			}
		}
		for (NeededVersion version : file.versions()) {
			if (!version.weak() && isMissing(version) && !this.brought.contains(version.library())) {
				problems.add(describe(version));
			}
		}
		return problems;
	}

	private static String describe(NeededVersion version) {
		return "It needs " + version.version() + " of " + version.library() + ", and the runtime has "
				+ (version.version().startsWith(GLIBCXX) ? "GLIBCXX_3.4.29" : "glibc 2.34") + ". " + BUILD;
	}

	private static boolean isMissing(NeededVersion needed) {
		String version = needed.version();
		if (version.startsWith(GLIBC)) {
			return isNewer(version.substring(GLIBC.length()), GLIBC_OF_AL2023);
		}
		return version.startsWith(GLIBCXX) && isNewer(version.substring(GLIBCXX.length()), GLIBCXX_OF_AL2023);
	}

	/**
	 * Compares versions; one that is no number, such as {@code GLIBC_ABI_DT_RELR}, is
	 * newer or private.
	 */
	private static boolean isNewer(String version, int[] present) {
		String[] parts = version.split("\\.");
		for (int i = 0; i < parts.length; i++) {
			int part;
			try {
				part = Integer.parseInt(parts[i]);
			}
			catch (NumberFormatException ex) {
				return true;
			}
			int limit = (i < present.length) ? present[i] : 0;
			if (part != limit) {
				return part > limit;
			}
		}
		return false;
	}

}
