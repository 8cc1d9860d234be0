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

package dev.kindling.it.documents;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Java of README and docs compiles, with the imports that it shows. What an example
 * takes for granted of an application is in {@code Words.java}.
 */
class DocumentsUnitTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern BLOCK = Pattern.compile("^( *)```java\\n(.*?)^ *```",
			Pattern.DOTALL | Pattern.MULTILINE);

	private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

	@TempDir
	Path classes;

	@TestFactory
	List<DynamicTest> compiles() throws IOException {
		List<DynamicTest> tests = new ArrayList<>();
		List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
		try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
			files.filter((file) -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
		}
		for (Path document : documents) {
			String text = Files.readString(document);
			Matcher block = BLOCK.matcher(text);
			while (block.find()) {
				long line = text.substring(0, block.start()).lines().count() + 1;
				String code = block.group(2).replaceAll("(?m)^" + block.group(1), "");
				tests.add(DynamicTest.dynamicTest(document.getFileName() + ":" + line,
						() -> assertThat(errors(code)).as(code).isEmpty()));
			}
		}
		assertThat(tests).hasSizeGreaterThan(30);
		return tests;
	}

	/**
	 * Compiles an example: a whole file, or members of a class, or statements.
	 */
	private String errors(String code) throws IOException {
		if (code.startsWith("package ")) {
			return compile(code, code.replaceAll("(?s).*?public (?:final )?class (\\w+).*", "$1"));
		}
		StringBuilder imports = new StringBuilder();
		StringBuilder body = new StringBuilder();
		// an example's own classes are members here
		code.lines()
			.map((line) -> line.replaceFirst("^public (?=(final )?(class|record|interface|enum) )", ""))
			.forEach((line) -> (line.startsWith("import ") ? imports : body).append(line).append('\n'));
		String asMembers = compile(imports + "class Example extends Words {\n" + body + "}\n", "Example");
		if (asMembers.isEmpty()) {
			return "";
		}
		String asStatements = compile(
				imports + "class Example extends Words {\nvoid run() throws Exception {\n" + body + "}\n}\n",
				"Example");
		return asStatements.isEmpty() ? "" : asMembers;
	}

	private String compile(String source, String name) throws IOException {
		JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"),
				JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return source;
			}

		};
		Path words = Path.of("src/test/resources/documents/Words.java");
		StringWriter output = new StringWriter();
		try (var files = COMPILER.getStandardFileManager(null, null, null)) {
			List<JavaFileObject> sources = new ArrayList<>(List.of(file));
			files.getJavaFileObjects(words).forEach(sources::add);
			boolean compiled = COMPILER
				.getTask(output, files, null,
						List.of("-proc:none", "-nowarn", "-d", this.classes.toString(), "-cp",
								System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
						null, sources)
				.call();
			return compiled ? "" : output.toString();
		}
	}

}
