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

package dev.kindling.logging.slf4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import javax.tools.ToolProvider;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogbackEvidence}.
 */
class LogbackEvidenceUnitTests {

	@TempDir
	Path folder;

	@TempDir
	Path other;

	private @Nullable String find() {
		return find(this.folder);
	}

	private @Nullable String find(Path classPath) {
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { this.folder.toUri().toURL() }, null)) {
			return LogbackEvidence.find(classLoader, classPath.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] bytes(Class<?> type) throws IOException {
		String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
		try (InputStream input = type.getResourceAsStream(name)) {
			return input.readAllBytes();
		}
	}

	/**
	 * Compiled here, as a class of these tests would be found by others.
	 */
	private byte[] user() throws IOException {
		Path sources = Files.createTempDirectory(this.other, "sources");
		Path source = Files.writeString(sources.resolve("User.java"), """
				package com.example;
				class User {
					void quiet() {
						((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT")).setLevel(null);
					}
				}
				""");
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", sources.toString(),
					source.toString()))
			.isZero();
		return Files.readAllBytes(sources.resolve("com/example/User.class"));
	}

	@Test
	void findsNoneWhereLogbackIsMerelyThere() throws IOException {
		Files.write(this.folder.resolve("Plain.class"), bytes(Plain.class));
		Files.write(this.folder.resolve("LogbackEvidence.class"), bytes(LogbackEvidence.class));
		Files.write(this.folder.resolve("LambdaServiceProvider.class"), bytes(LambdaServiceProvider.class));
		Files.writeString(this.folder.resolve("application.properties"),
				"logging.level.root=info\n#logging.config=a\n");
		Files.writeString(this.folder.resolve("application.yaml"), "logging:\n  level: {}\nspring:\n  config: {}\n");
		assertThat(find()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "logback.xml", "logback-test.xml", "logback-spring.xml" })
	void findsItsConfiguration(String file) throws IOException {
		Files.writeString(this.folder.resolve(file), "<configuration/>");
		assertThat(find()).isEqualTo(file + " is on the class path");
	}

	@Test
	void findsThePropertyThatNamesAConfiguration() throws IOException {
		Path file = this.folder.resolve("application.properties");
		Files.writeString(file, "a=b\nlogging.config = classpath:log.xml\n");
		assertThat(find()).isEqualTo("logging.config is set");
		Files.delete(file);
		Files.writeString(this.folder.resolve("application.yml"),
				"logging: # text\n  level:\n    root: info\n\n  config: classpath:log.xml\n");
		assertThat(find()).isEqualTo("logging.config is set");
	}

	@Test
	void findsAClassThatUsesLogbacks() throws IOException {
		Path classes = Files.createDirectories(this.folder.resolve("com/example"));
		Files.write(classes.resolve("User.class"), user());
		assertThat(find()).isEqualTo("com.example.User uses its classes");
	}

	@Test
	void findsAClassInAJarThatSpringBootMade() throws IOException {
		Path jar = this.folder.resolve("application.jar");
		try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar))) {
			output.putNextEntry(new ZipEntry("BOOT-INF/classes/"));
			output.putNextEntry(new ZipEntry("BOOT-INF/classes/com/example/User.class"));
			output.write(user());
		}
		assertThat(find(jar)).isEqualTo("com.example.User uses its classes");
	}

	@Test
	void doesNotLookIntoLibraries() throws IOException {
		Path jar = this.folder.resolve("library.jar");
		try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar))) {
			output.putNextEntry(new ZipEntry("com/example/User.class"));
			output.write(user());
		}
		assertThat(find(jar)).isNull();
	}

	static class Plain {

		void log() {
			LoggerFactory.getLogger("ch.qos.logback").info("text");
		}

	}

}
