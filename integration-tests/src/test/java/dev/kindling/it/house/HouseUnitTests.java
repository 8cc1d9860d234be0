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

package dev.kindling.it.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the modules and packages that are published depend on each other, and how large
 * they may become.
 */
class HouseUnitTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final List<String> MODULES = List.of("http-codec", "runtime", "http-client", "logging", "native",
			"dynamodb", "function", "autoconfigure", "local-lambda", "console", "test", "maven-plugin");

	private static final int MAX_CLASSES = 25;

	private static final int MAX_LINES = 300;

	private static final double MAX_PART = 0.3;

	private static JavaClasses classes;

	@BeforeAll
	static void read() {
		List<Path> outputs = MODULES.stream().map((module) -> ROOT.resolve(module + "/target/classes")).toList();
		assertThat(outputs).allSatisfy((output) -> assertThat(output).as("built before").isDirectory());
		classes = new ClassFileImporter().importPaths(outputs);
		assertThat(classes).hasSizeGreaterThan(500);
	}

	@Test
	void packagesDependOnEachOtherInOneDirection() {
		slices().matching("dev.kindling.(**)").should().beFreeOfCycles().check(classes);
	}

	@Test
	void theLeanStartAndTheImageKnowNoFunctionAndNoDynamoDb() {
		noClasses().that()
			.resideInAnyPackage("dev.kindling.start..", "dev.kindling.image..", "dev.kindling.code..",
					"dev.kindling.report..", "dev.kindling.properties..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.kindling.function..", "dev.kindling.dynamodb..", "dev.kindling.autoconfigure..")
			.check(classes);
	}

	@Test
	void nothingThatRunsInLambdaDependsOnWhatRunsAheadOfTime() {
		noClasses().that()
			.resideOutsideOfPackages("dev.kindling..aot..", "dev.kindling.code..", "dev.kindling.report..",
					"dev.kindling.properties..", "dev.kindling.autoconfigure..", "dev.kindling.maven..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.kindling..aot..", "dev.kindling.code..", "dev.kindling.report..")
			.check(classes);
	}

	@Test
	void theRuntimeAndTheHttpClientKnowNoSpring() {
		noClasses().that()
			.resideInAnyPackage("dev.kindling.codec..", "dev.kindling.runtime..", "dev.kindling.http..",
					"dev.kindling.logging..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..")
			.check(classes);
	}

	@Test
	void noPackageHasMoreClassesThanOneCanOverlook() {
		Map<String, Long> large = classes.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
		large.values().removeIf((count) -> count <= MAX_CLASSES);
		assertThat(large).isEmpty();
	}

	@Test
	void noClassIsLongerThanOneReadsAtOnce() throws IOException {
		Map<String, Long> large = new TreeMap<>();
		for (Path file : sources()) {
			long lines = Files.readAllLines(file)
				.stream()
				.dropWhile((line) -> !line
					.matches("(/\\*\\*|@\\w.*|(public |final |abstract )*(class|enum|interface|record) .*)"))
				.count();
			if (lines > MAX_LINES) {
				large.put(ROOT.relativize(file).toString(), lines);
			}
		}
		assertThat(large).isEmpty();
	}

	@Test
	void noModuleHoldsMostOfTheCode() throws IOException {
		Map<String, Long> lines = new TreeMap<>();
		for (Path file : sources()) {
			try (Stream<String> all = Files.lines(file)) {
				lines.merge(ROOT.relativize(file).getName(0).toString(), all.count(), Long::sum);
			}
		}
		long all = lines.values().stream().mapToLong(Long::longValue).sum();
		assertThat(lines).hasSameSizeAs(MODULES)
			.allSatisfy((module, count) -> assertThat((double) count / all).isLessThan(MAX_PART));
	}

	private static List<Path> sources() throws IOException {
		List<Path> sources = new ArrayList<>();
		for (String module : MODULES) {
			try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
				files.filter((file) -> file.toString().endsWith(".java")).forEach(sources::add);
			}
		}
		assertThat(sources).hasSizeGreaterThan(400);
		return sources;
	}

}
