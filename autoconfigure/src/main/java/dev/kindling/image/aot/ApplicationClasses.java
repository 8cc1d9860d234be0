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

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The class files of the application and of the libraries that it brings, without those
 * that come with Kindling or that are known to use nothing unasked.
 */
public class ApplicationClasses {

	private static final List<String> KNOWN = List.of("META-INF/", "module-info", "org/springframework/aop/",
			"org/springframework/aot/", "org/springframework/asm/", "org/springframework/beans/",
			"org/springframework/boot/", "org/springframework/cache/", "org/springframework/cglib/",
			"org/springframework/cloud/function/", "org/springframework/context/", "org/springframework/core/",
			"org/springframework/ejb/", "org/springframework/expression/", "org/springframework/format/",
			"org/springframework/http/", "org/springframework/instrument/", "org/springframework/javapoet/",
			"org/springframework/jmx/", "org/springframework/jndi/", "org/springframework/lang/",
			"org/springframework/messaging/", "org/springframework/objenesis/", "org/springframework/scheduling/",
			"org/springframework/scripting/", "org/springframework/stereotype/", "org/springframework/ui/",
			"org/springframework/util/", "org/springframework/validation/", "org/springframework/web/",
			"software/amazon/awssdk/", "software/amazon/eventstream/", "com/amazonaws/services/lambda/",
			"com/fasterxml/jackson/", "org/slf4j/", "org/apache/commons/logging/", "org/yaml/snakeyaml/",
			"io/micrometer/common/", "io/micrometer/context/", "io/micrometer/observation/", "reactor/",
			"org/reactivestreams/", "org/joda/time/", "jakarta/annotation/", "org/jspecify/", "kotlin/",
			"ch/qos/logback/", "org/apache/logging/");

	/** One class of each of Kindling's own modules. */
	private static final List<String> OWN = List.of("dev/kindling/runtime/LambdaRuntime.class",
			"dev/kindling/http/KindlingHttpClient.class", "dev/kindling/logging/slf4j/LambdaLogger.class",
			"dev/kindling/image/ImagePart.class");

	private final List<Path> classPath;

	ApplicationClasses(List<Path> classPath) {
		this.classPath = classPath;
	}

	/**
	 * Those of this process' class path.
	 * @return the classes
	 */
	public static ApplicationClasses ofClassPath() {
		return new ApplicationClasses(Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
			.filter((entry) -> !entry.isEmpty())
			.map(Path::of)
			.filter(Files::exists)
			.toList());
	}

	/**
	 * Which of the marks a class file mentions.
	 * @param marks parts of what stands in a class file's constant pool
	 * @return those that were found
	 */
	public Set<String> mentioned(Collection<String> marks) {
		Set<String> found = new TreeSet<>();
		for (Path entry : this.classPath) {
			try {
				if (Files.isDirectory(entry)) {
					searchDirectory(entry, marks, found);
				}
				else {
					searchJar(entry, marks, found);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The class path's entry " + entry + " can't be read", ex);
			}
		}
		return found;
	}

	private static void searchDirectory(Path directory, Collection<String> marks, Set<String> found)
			throws IOException {
		boolean own = OWN.stream().map(directory::resolve).anyMatch(Files::exists);
		List<Path> files;
		try (Stream<Path> paths = Files.walk(directory)) {
			files = paths.filter(Files::isRegularFile).toList();
		}
		for (Path file : files) {
			if (isSearched(directory.relativize(file).toString().replace(File.separatorChar, '/'), own)) {
				search(Files.readAllBytes(file), marks, found);
			}
		}
	}

	private static void searchJar(Path path, Collection<String> marks, Set<String> found) throws IOException {
		try (JarFile jar = new JarFile(path.toFile())) {
			boolean own = OWN.stream().anyMatch((name) -> jar.getEntry(name) != null);
			for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
				JarEntry entry = entries.nextElement();
				if (isSearched(entry.getName(), own)) {
					try (InputStream input = jar.getInputStream(entry)) {
						search(input.readAllBytes(), marks, found);
					}
				}
			}
		}
	}

	private static boolean isSearched(String name, boolean own) {
		return name.endsWith(".class") && !(own && name.startsWith("dev/kindling/"))
				&& KNOWN.stream().noneMatch(name::startsWith);
	}

	private static void search(byte[] file, Collection<String> marks, Set<String> found) {
		String text = new String(file, StandardCharsets.ISO_8859_1);
		for (String mark : marks) {
			if (text.contains(mark)) {
				found.add(mark);
			}
		}
	}

}
