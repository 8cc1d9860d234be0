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

package dev.kindling.code;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationClassesUnitTests {

	private static final String NAMES = "(http-codec|runtime|http-client|logging|native|dynamodb|function|autoconfigure)";

	/** Kindling's own modules: as classes, packed, or in a repository. */
	private static final Pattern MODULE = Pattern
		.compile(".*/(" + NAMES + "/target/classes|kindling-" + NAMES + "-[^/]*(?<!-tests)[.]jar)");

	@Test
	void noneOfKindlingsOwnModulesIsTheApplications() {
		List<Path> modules = Stream
			.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
				.split(File.pathSeparator))
			.filter((entry) -> MODULE.matcher(entry).matches())
			.map(Path::of)
			.toList();
		assertThat(modules).as("all are on the class path of the tests").hasSize(8);
		List<String> seen = new ArrayList<>();
		new ApplicationClasses(modules).visit((file) -> seen.add(file.name()));
		assertThat(seen).isEmpty();
	}

}
