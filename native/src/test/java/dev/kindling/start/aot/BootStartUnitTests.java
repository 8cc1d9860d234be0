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

package dev.kindling.start.aot;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.BootstrapRegistry;
import org.springframework.boot.BootstrapRegistryInitializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ProtocolResolver;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What extends Spring Boot's start in {@code spring.factories} keeps Spring Boot's start.
 */
class BootStartUnitTests {

	@TempDir
	Path folder;

	@Test
	void isExtendedByNothingThatSpringAndKindlingBring() {
		assertThat(BootStart.extension(getClass().getClassLoader())).isNull();
	}

	@ParameterizedTest
	@ValueSource(classes = { EnvironmentPostProcessor.class, SpringApplicationRunListener.class,
			ApplicationContextInitializer.class, ApplicationListener.class, BootstrapRegistryInitializer.class,
			ApplicationContextFactory.class, SpringBootExceptionReporter.class, FailureAnalysisReporter.class,
			ProtocolResolver.class })
	void isExtendedByWhatOthersBring(Class<?> type) throws IOException {
		assertIsExtended(type, Extension.class);
		assertIsExtended(type, ExtensionWithArguments.class);
	}

	private void assertIsExtended(Class<?> type, Class<?> extension) throws IOException {
		Path factories = Files.createDirectories(this.folder.resolve("META-INF")).resolve("spring.factories");
		Files.writeString(factories, type.getName() + "=" + extension.getName() + "\n");
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { this.folder.toUri().toURL() },
				getClass().getClassLoader())) {
			assertThat(BootStart.extension(classLoader))
				.isEqualTo(extension.getName() + " extends the start as " + type.getSimpleName());
		}
	}

	/**
	 * All of them at once.
	 */
	public static class Extension implements EnvironmentPostProcessor, SpringApplicationRunListener,
			ApplicationContextInitializer<ConfigurableApplicationContext>, ApplicationListener<ApplicationEvent>,
			BootstrapRegistryInitializer, ApplicationContextFactory, SpringBootExceptionReporter,
			FailureAnalysisReporter, ProtocolResolver {

		@Override
		public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		}

		@Override
		public void initialize(ConfigurableApplicationContext context) {
		}

		@Override
		public void initialize(BootstrapRegistry registry) {
		}

		@Override
		public void onApplicationEvent(ApplicationEvent event) {
		}

		@Override
		public ConfigurableApplicationContext create(WebApplicationType type) {
			return null;
		}

		@Override
		public boolean reportException(Throwable failure) {
			return false;
		}

		@Override
		public void report(FailureAnalysis analysis) {
		}

		@Override
		public Resource resolve(String location, ResourceLoader resourceLoader) {
			return null;
		}

	}

	/**
	 * Needs what only Spring Boot has.
	 */
	public static class ExtensionWithArguments extends Extension {

		ExtensionWithArguments(SpringApplication application, String[] args) {
		}

	}

}
