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

import java.beans.BeanInfo;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.BeanInfoFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Only listed packages are initialised while the executable is built.
 */
class InitializationAotProcessorUnitTests {

	private static List<String> names(String option) throws IOException {
		return names(option, InitializationAotProcessorUnitTests.class.getClassLoader());
	}

	private static List<String> names(String option, ClassLoader classLoader) throws IOException {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.setBeanClassLoader(classLoader);
		beanFactory.registerSingleton("environment", new StandardEnvironment());
		TestGenerationContext generation = new TestGenerationContext();
		new InitializationAotProcessor().processAheadOfTime(beanFactory).applyTo(generation, null);
		String arguments = generation.getGeneratedFiles()
			.getGeneratedFileContent(Kind.RESOURCE, InitializationAotProcessor.FILE);
		return Stream.of(arguments.trim().split(" "))
			.filter((argument) -> argument.startsWith(option + "="))
			.flatMap((argument) -> Arrays.stream(argument.substring(option.length() + 1).split(",")))
			.toList();
	}

	private static boolean isPackageOrClass(String name) {
		ClassLoader classLoader = InitializationAotProcessorUnitTests.class.getClassLoader();
		String path = name.replace('.', '/');
		return classLoader.getResource(path + ".class") != null || classLoader.getResource(path) != null;
	}

	@Test
	void namesOnlyWhatThereIs() throws IOException {
		assertThat(names("--initialize-at-build-time")).isNotEmpty()
			.allMatch(InitializationAotProcessorUnitTests::isPackageOrClass);
		assertThat(names("--initialize-at-run-time")).isNotEmpty()
			.allMatch(InitializationAotProcessorUnitTests::isPackageOrClass);
	}

	@Test
	void leavesWhatAStartDoesNotRunThroughToTheRun() throws IOException {
		assertThat(names("--initialize-at-build-time"))
			.contains("org.springframework.beans", "org.springframework.core")
			.doesNotContain("org.springframework", "org.springframework.scheduling", "org.springframework.validation",
					"org.springframework.web", "org.springframework.transaction");
		assertThat(names("--initialize-at-run-time")).contains("org.springframework.core.ReactiveAdapterRegistry");
	}

	@Test
	void introspectsWhenItRunsWhereALibraryHasItsOwnWay(@TempDir Path library) throws IOException {
		String introspection = "org.springframework.beans.CachedIntrospectionResults";
		assertThat(names("--initialize-at-run-time")).doesNotContain(introspection);
		Path factories = library.resolve("META-INF/spring.factories");
		Files.createDirectories(factories.getParent());
		for (Class<?> type : List.of(ForeignBeanInfoFactory.class, Unusable.class)) {
			Files.writeString(factories, BeanInfoFactory.class.getName() + "=" + type.getName());
			try (URLClassLoader classLoader = new URLClassLoader(new URL[] { library.toUri().toURL() },
					getClass().getClassLoader())) {
				assertThat(names("--initialize-at-run-time", classLoader)).contains(introspection);
			}
		}
	}

	static class ForeignBeanInfoFactory implements BeanInfoFactory {

		@Override
		public BeanInfo getBeanInfo(Class<?> beanClass) {
			return null;
		}

	}

	abstract static class Unusable implements BeanInfoFactory {

	}

}
