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

package dev.kindling.image.aot;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.tools.ToolProvider;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.report.BuildReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What libraries make of an application's classes by reflection.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReflectiveClassesUnitTests {

	@TempDir
	private Path library;

	@TempDir
	private Path application;

	private final BuildReport report = BuildReport.of(new DefaultListableBeanFactory());

	private void compile(Path target, Map<String, String> types) throws Exception {
		List<String> arguments = new ArrayList<>(
				List.of("-d", target.toString(), "-cp", this.library.toString(), "-proc:none"));
		for (Map.Entry<String, String> type : types.entrySet()) {
			arguments.add(Files.writeString(target.resolve(type.getKey() + ".java"), type.getValue()).toString());
		}
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
			.isZero();
	}

	private RuntimeHints hints() throws Exception {
		try (URLClassLoader classLoader = new URLClassLoader(
				new URL[] { this.library.toUri().toURL(), this.application.toUri().toURL() },
				getClass().getClassLoader())) {
			BeanFactoryInitializationAotContribution contribution = ReflectiveClassesAotProcessor
				.contribution(new ApplicationClasses(List.of(this.application)), classLoader, this.report);
			TestGenerationContext generation = new TestGenerationContext();
			if (contribution != null) {
				contribution.applyTo(generation, null);
			}
			return generation.getRuntimeHints();
		}
	}

	@Test
	void registersJobsWithTheirSettersAndConstructorsThoseThatExtendOneOfTheApplicationsToo() throws Exception {
		compile(this.library, Map.of("Job", "package org.quartz; public interface Job {}"));
		compile(this.application,
				Map.of("Base", "package app; public abstract class Base implements org.quartz.Job {}", "Mail",
						"package app; public class Mail extends Base { Mail(Object mailbox) {} }", "Other",
						"package app; public class Other {}"));
		assertThat(hints().reflection().typeHints()).singleElement().satisfies((TypeHint hint) -> {
			assertThat(hint.getType().getName()).isEqualTo("app.Mail");
			assertThat(hint.getMemberCategories()).hasSize(2);
		});
	}

	@Test
	void warnsOfAJobWhoseFieldsWouldStayEmpty(CapturedOutput output) throws Exception {
		compile(this.library,
				Map.of("Job", "package org.quartz; public interface Job {}", "Inject",
						"package jakarta.inject; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME)"
								+ " public @interface Inject {}"));
		compile(this.application, Map.of("Mail",
				"package app; class Mail implements org.quartz.Job { @jakarta.inject.Inject Object mailbox; Object other; }"));
		hints();
		assertThat(output).contains("'mailbox' of app.Mail stays empty").doesNotContain("'other'");
	}

	@Test
	void registersConstraintValidators() throws Exception {
		compile(this.library, Map.of("ConstraintValidator",
				"package jakarta.validation; public interface ConstraintValidator<A, T> {}"));
		compile(this.application, Map.of("Even",
				"package app; class Even implements jakarta.validation.ConstraintValidator<Override, Integer> {}"));
		assertThat(hints().reflection().typeHints()).singleElement()
			.satisfies((TypeHint hint) -> assertThat(hint.getType().getName()).isEqualTo("app.Even"));
	}

	@Test
	void registersNothingWithoutTheLibraries() throws Exception {
		compile(this.application, Map.of("Other", "package app; public class Other {}"));
		assertThat(hints().reflection().typeHints()).isEmpty();
	}

}
