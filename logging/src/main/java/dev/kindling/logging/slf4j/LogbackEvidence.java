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

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an application uses the Logback that is on its class path: it
 * configures it, or its classes mention Logback's. What another starter merely brings
 * along isn't used.
 */
public final class LogbackEvidence {

	/**
	 * The name of Logback's provider.
	 */
	public static final String PROVIDER = "ch.qos.logback.classic.spi.LogbackServiceProvider";

	private static final String[] FILES = { "logback-test.xml", "logback.xml", "logback-test-spring.xml",
			"logback-spring.xml", "logback-test.groovy", "logback.groovy", "logback-test-spring.groovy",
			"logback-spring.groovy" };

	private static final String[] APPLICATION = { "application", "config/application" };

	/** The name of a class, not that of a package alone. */
	private static final Pattern CLASS = Pattern.compile("ch/qos/logback/[a-z]");

	private static final Pattern PROPERTY = Pattern.compile("\\s*logging\\.config\\s*[=: ].*");

	private static final Pattern PARENT = Pattern.compile("logging:\\s*(#.*)?");

	private static final Pattern CHILD = Pattern.compile("\\s+config:.*");

	private LogbackEvidence() {
	}

	/**
	 * Why Logback is used.
	 * @param classLoader the application's
	 * @param classPath directories and jars, as {@code java.class.path} has them
	 * @return half a sentence, or {@code null} if nothing uses it
	 */
	public static @Nullable String find(ClassLoader classLoader, String classPath) {
		if (PROVIDER.equals(System.getProperty("slf4j.provider"))) {
			return "slf4j.provider names it";
		}
		for (String file : FILES) {
			if (classLoader.getResource(file) != null) {
				return file + " is on the class path";
			}
		}
		if (isSet(System.getProperty("logback.configurationFile"))) {
			return "logback.configurationFile is set";
		}
		if (isSet(System.getProperty("logging.config")) || isSet(System.getenv("LOGGING_CONFIG"))
				|| configures(classLoader)) {
			return "logging.config is set";
		}
		String user = user(classPath);
		return (user != null) ? user + " uses its classes" : null;
	}

	private static boolean isSet(@Nullable String value) {
		return value != null && !value.isBlank();
	}

	private static boolean configures(ClassLoader classLoader) {
		for (String name : APPLICATION) {
			for (String type : new String[] { ".properties", ".yml", ".yaml" }) {
				try (InputStream input = classLoader.getResourceAsStream(name + type)) {
					if (input != null && configures(input)) {
						return true;
					}
				}
				catch (IOException ex) {
					// Spring Boot tells that it can't be read
				}
			}
		}
		return false;
	}

	private static boolean configures(InputStream input) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.ISO_8859_1));
		boolean within = false;
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			if (PROPERTY.matcher(line).matches() || within && CHILD.matcher(line).matches()) {
				return true;
			}
			if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && line.charAt(0) != '#') {
				within = PARENT.matcher(line).matches();
			}
		}
		return false;
	}

	private static @Nullable String user(String classPath) {
		for (String name : classPath.split(File.pathSeparator)) {
			Path entry = Path.of(name);
			try {
				String user = Files.isDirectory(entry) ? userInDirectory(entry)
						: (name.endsWith(".jar") && Files.exists(entry)) ? userInJar(entry) : null;
				if (user != null) {
					return user;
				}
			}
			catch (IOException ex) {
				// A class path's entry that can't be read has no classes
			}
		}
		return null;
	}

	private static @Nullable String userInDirectory(Path directory) throws IOException {
		String[] user = new String[1];
		Files.walkFileTree(directory, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				if (file.toString().endsWith(".class") && isUser(Files.readAllBytes(file))) {
					user[0] = className(directory.relativize(file).toString().replace(File.separatorChar, '/'));
					return FileVisitResult.TERMINATE;
				}
				return FileVisitResult.CONTINUE;
			}

		});
		return user[0];
	}

	/**
	 * Of a jar, only the application's classes in one that Spring Boot made.
	 */
	private static @Nullable String userInJar(Path path) throws IOException {
		String classes = "BOOT-INF/classes/";
		try (JarFile jar = new JarFile(path.toFile())) {
			if (jar.getEntry(classes) == null) {
				return null;
			}
			for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
				JarEntry entry = entries.nextElement();
				if (entry.getName().startsWith(classes) && entry.getName().endsWith(".class")) {
					try (InputStream input = jar.getInputStream(entry)) {
						if (isUser(input.readAllBytes())) {
							return className(entry.getName().substring(classes.length()));
						}
					}
				}
			}
		}
		return null;
	}

	private static boolean isUser(byte[] file) {
		return CLASS.matcher(new String(file, StandardCharsets.ISO_8859_1)).find();
	}

	private static String className(String file) {
		return file.substring(0, file.length() - ".class".length()).replace('/', '.');
	}

}
