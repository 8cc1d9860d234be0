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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

	/** What an earlier build left beside the application's classes. */
	private static final Pattern GENERATED = Pattern
		.compile(".*(__[A-Z]\\w*|\\$\\$SpringCGLIB\\$\\$.*)(\\$.*)?\\.class");

	/** One class of each of Kindling's own modules. */
	static final List<String> OWN = List.of("dev/kindling/codec/HttpConnection.class",
			"dev/kindling/runtime/loop/LambdaRuntime.class", "dev/kindling/http/KindlingHttpClient.class",
			"dev/kindling/logging/slf4j/LambdaLogger.class", "dev/kindling/image/ImagePart.class",
			"dev/kindling/dynamodb/table/DynamoDbTables.class", "dev/kindling/function/bind/FunctionBinding.class",
			"dev/kindling/autoconfigure/FunctionAutoConfiguration.class");

	private final List<Path> classPath;

	/**
	 * Creates it.
	 * @param classPath directories and jars
	 */
	public ApplicationClasses(List<Path> classPath) {
		this.classPath = classPath;
	}

	/**
	 * Those of this process' class path.
	 * @return its directories and jars
	 */
	public static ApplicationClasses ofClassPath() {
		return new ApplicationClasses(Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
			.filter((entry) -> !entry.isEmpty())
			.map(Path::of)
			.filter(Files::exists)
			.toList());
	}

	/**
	 * Those that are no library's.
	 * @return the classes in directories
	 */
	public ApplicationClasses own() {
		return new ApplicationClasses(directories());
	}

	/**
	 * The directories of the class path: the application's own classes and resources.
	 */
	public List<Path> directories() {
		return this.classPath.stream().filter(Files::isDirectory).toList();
	}

	/**
	 * Which of the marks a class file mentions.
	 * @param marks parts of what stands in a class file's constant pool
	 * @return those that were found
	 */
	public Set<String> mentioned(Collection<String> marks) {
		return mentions(marks).keySet();
	}

	/**
	 * Which of the marks a class file mentions, each with one class that does.
	 * @param marks parts of what stands in a class file's constant pool
	 * @return the marks, each with the name of the first class that mentions it
	 */
	public Map<String, String> mentions(Collection<String> marks) {
		return mentions(marks, (mark, file) -> {
		});
	}

	/**
	 * The same.
	 * @param marks parts of what stands in a class file's constant pool
	 * @param reader is given each mark that is found, with the class file; the same more
	 * than once if it mentions it often
	 * @return the marks, each with the name of the first class that mentions it
	 */
	public Map<String, String> mentions(Collection<String> marks, BiConsumer<String, ClassFile> reader) {
		Map<String, String> found = new TreeMap<>();
		MarkSearch search = new MarkSearch(marks);
		visit((file) -> search(file, search, found, reader));
		return found;
	}

	/**
	 * Which of the marks the classes of a package mention, those of one jar or directory,
	 * known or not.
	 * @param type a class of the package
	 * @param marks parts of what stands in a class file's constant pool
	 * @param reader is given each mark that is found, with the class file
	 * @return the marks, each with the name of the first class that mentions it
	 */
	public static Map<String, String> mentionsBesides(Class<?> type, Collection<String> marks,
			BiConsumer<String, ClassFile> reader) {
		Map<String, String> found = new TreeMap<>();
		CodeSource source = type.getProtectionDomain().getCodeSource();
		if (source != null && source.getLocation() != null && source.getLocation().getProtocol().equals("file")) {
			MarkSearch search = new MarkSearch(marks);
			String folder = type.getPackageName().replace('.', '/') + "/";
			Path entry = Path.of(URI.create(source.getLocation().toString()));
			try {
				Consumer<ClassFile> visitor = (file) -> search(file, search, found, reader);
				if (Files.isDirectory(entry)) {
					read(entry, (name) -> isIn(folder, name), visitor);
				}
				else {
					JarClasses.of(entry).inPackage(folder).forEach(visitor);
				}
			}
			catch (IOException ex) {
				throw unreadable(entry, ex);
			}
		}
		return found;
	}

	static boolean isIn(String folder, String name) {
		return name.startsWith(folder) && name.indexOf('/', folder.length()) < 0 && name.endsWith(".class");
	}

	/**
	 * Shows every class file, in the order of the class path.
	 * @param visitor is called for each
	 */
	public void visit(Consumer<ClassFile> visitor) {
		visit((name) -> true, visitor);
	}

	/**
	 * Shows the class files of some names.
	 * @param names whether a file is read, by its path within the class path's entry
	 * @param visitor is called for each
	 */
	public void visit(Predicate<String> names, Consumer<ClassFile> visitor) {
		for (Path entry : this.classPath) {
			visit(entry, names, visitor);
		}
	}

	private static void visit(Path entry, Predicate<String> names, Consumer<ClassFile> visitor) {
		try {
			if (Files.isDirectory(entry)) {
				visitDirectory(entry, names, visitor);
			}
			else {
				for (ClassFile file : JarClasses.of(entry).searched()) {
					if (names.test(file.name())) {
						visitor.accept(file);
					}
				}
			}
		}
		catch (IOException ex) {
			throw unreadable(entry, ex);
		}
	}

	private static UncheckedIOException unreadable(Path entry, IOException ex) {
		return new UncheckedIOException("The class path's entry " + entry + " can't be read", ex);
	}

	private static void visitDirectory(Path directory, Predicate<String> names, Consumer<ClassFile> visitor)
			throws IOException {
		boolean own = OWN.stream().map(directory::resolve).anyMatch(Files::exists);
		read(directory, (name) -> isSearched(name, own) && names.test(name), visitor);
	}

	private static void read(Path directory, Predicate<String> names, Consumer<ClassFile> visitor) throws IOException {
		List<Path> files;
		try (Stream<Path> paths = Files.walk(directory)) {
			files = paths.filter(Files::isRegularFile).toList();
		}
		for (Path file : files) {
			String name = directory.relativize(file).toString().replace(File.separatorChar, '/');
			if (names.test(name)) {
				visitor.accept(new ClassFile(name, false, Files.readAllBytes(file)));
			}
		}
	}

	static boolean isSearched(String name, boolean own) {
		return name.endsWith(".class") && KNOWN.stream().noneMatch(name::startsWith)
				&& !(own && name.startsWith("dev/kindling/")) && !GENERATED.matcher(name).matches();
	}

	private static void search(ClassFile file, MarkSearch search, Map<String, String> found,
			BiConsumer<String, ClassFile> reader) {
		search.in(file.bytes(), (mark) -> {
			found.putIfAbsent(mark, file.className().replace('/', '.'));
			reader.accept(mark, file);
		});
	}

	/**
	 * A class file of the application or of a library that isn't known.
	 *
	 * @param name the path within the class path's entry, with slashes
	 * @param library whether it comes from a jar
	 * @param bytes the content
	 */
	public record ClassFile(String name, boolean library, byte[] bytes) {

		/**
		 * The class.
		 * @return its name, with slashes
		 */
		public String className() {
			return this.name.substring(0, this.name.length() - ".class".length());
		}

		/**
		 * The content as a text, in which names can be searched for.
		 * @return a character for each byte
		 */
		public String text() {
			return new String(this.bytes, StandardCharsets.ISO_8859_1);
		}

	}

}
