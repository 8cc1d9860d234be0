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

package dev.kindling.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindling.autoconfigure.FunctionAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an executable is built of is written down beside it.
 */
class BuildReportUnitTests {

	@TempDir
	Path target;

	private void process(Class<?> configuration) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(configuration, FunctionAutoConfiguration.class);
		Path generated = this.target.resolve("spring-aot/main");
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get("com.example", "Application")),
				new FileSystemGeneratedFiles((kind) -> generated.resolve(kind.name())));
		new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		generation.writeGeneratedContent();
	}

	/**
	 * The classes of the tests mention everything.
	 */
	private void processAlone(Class<?> configuration) {
		String classPath = System.getProperty("java.class.path");
		System.setProperty("java.class.path", "");
		try {
			process(configuration);
		}
		finally {
			System.setProperty("java.class.path", classPath);
		}
	}

	@Test
	void saysWhichFunctionsThereAreAndWhatLeft() throws Exception {
		processAlone(Greeter.class);
		assertThat(Files.readString(this.target.resolve("kindling/report.md"))).contains("## Functions",
				"| greet | String -> Integer |");
		JsonNode report = new JsonMapper().readTree(Files.readAllBytes(this.target.resolve("kindling/report.json")));
		assertThat(report.at("/functions/greet").asText()).isEqualTo("String -> Integer");
		assertThat(report.at("/left")).anySatisfy((removal) -> {
			assertThat(removal.get("kind").asText()).isEqualTo("part");
			assertThat(removal.get("name").asText()).isNotEmpty();
			assertThat(removal.get("reason").asText()).isNotEmpty();
		});
	}

	@Configuration(proxyBeanMethods = false)
	public static class Greeter {

		@Bean
		public Function<String, Integer> greet() {
			return String::length;
		}

	}

}
