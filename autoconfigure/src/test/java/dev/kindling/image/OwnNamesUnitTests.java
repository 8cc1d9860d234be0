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

package dev.kindling.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.asm.ClassReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kindling names classes and packages of its own as texts. None of them may name what has
 * been renamed or moved: nothing else would say so.
 */
class OwnNamesUnitTests {

	/** Names of beans, attributes and properties, which look like packages. */
	private static final Set<String> OTHERS = Set.of("dev.kindling.start.mainClass", "dev.kindling.function.bindings",
			"dev.kindling.dynamodb.primedConnection", "dev.kindling.dynamodb.generatedTableSchemas",
			"dev.kindling.dynamodb.entities");

	/** Of the tests, in another module. */
	private static final String TESTS = "dev.kindling.it.";

	private static final Pattern NAME = Pattern.compile("L?(dev[./]kindling[./][\\w./$]*);?");

	/** Classes of Kindling's modules by their names, with slashes. */
	private static final Map<String, Resource> classes = new TreeMap<>();

	@BeforeAll
	static void find() throws IOException {
		for (Resource file : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:dev/kindling/**/*.class")) {
			String url = file.getURL().toString();
			if (!url.contains("/test-classes/")) {
				int root = Math.max(url.lastIndexOf("classes/"), url.lastIndexOf("!/"));
				classes.put(url.substring(url.indexOf("dev/kindling/", root), url.length() - ".class".length()), file);
			}
		}
		// in a module of its own each
		assertThat(classes).containsKeys("dev/kindling/runtime/loop/LambdaRuntime",
				"dev/kindling/http/KindlingHttpClient", "dev/kindling/logging/slf4j/LambdaLogger",
				"dev/kindling/image/ImagePart");
	}

	/**
	 * A class, a package, or how the names of some begin.
	 */
	private static boolean isThere(String name) {
		String path = name.replace('.', '/').replaceAll("/class$", "");
		return classes.keySet().stream().anyMatch((type) -> type.startsWith(path));
	}

	@Test
	void eachNameInTheCodeNamesSomething() throws IOException {
		Set<String> missing = new TreeSet<>();
		int found = 0;
		for (Map.Entry<String, Resource> type : classes.entrySet()) {
			for (String text : texts(type.getValue())) {
				Matcher matcher = NAME.matcher(text);
				if (matcher.matches() && !OTHERS.contains(text) && !text.startsWith(TESTS)) {
					found++;
					if (!isThere(matcher.group(1))) {
						missing.add(type.getKey() + ": " + text);
					}
				}
			}
		}
		assertThat(found).isGreaterThan(30);
		assertThat(missing).isEmpty();
	}

	/**
	 * The texts that code loads, as the constant pool has them.
	 */
	private static List<String> texts(Resource file) throws IOException {
		ClassReader reader = new ClassReader(file.getContentAsByteArray());
		char[] buffer = new char[reader.getMaxStringLength()];
		List<String> texts = new ArrayList<>();
		for (int item = 1; item < reader.getItemCount(); item++) {
			int offset = reader.getItem(item);
			// a string (JVMS 4.4.3) refers to its text
			if (offset > 0 && reader.readByte(offset - 1) == 8) {
				texts.add(reader.readUTF8(offset, buffer));
			}
		}
		return texts;
	}

	@Test
	void eachResourceNamesClassesThatThereAre() throws IOException {
		Set<String> missing = new TreeSet<>();
		int found = 0;
		for (String resource : List.of("META-INF/spring/aot.factories", "META-INF/spring.factories",
				"META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports",
				"dev/kindling/image/methods-of-a-call.txt", "dev/kindling/image/methods-of-a-start.txt")) {
			Matcher names = Pattern.compile("dev\\.kindling\\.[\\w.]+(\\$[A-Za-z]\\w*)*").matcher(read(resource));
			while (names.find()) {
				found++;
				if (!classes.containsKey(names.group().replace("__BeanDefinitions", "").replace('.', '/'))) {
					missing.add(resource + ": " + names.group());
				}
			}
		}
		assertThat(found).isGreaterThan(100);
		assertThat(missing).isEmpty();
	}

	private static String read(String resource) throws IOException {
		StringBuilder content = new StringBuilder();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + resource)) {
			content.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
		}
		assertThat(content.toString()).as(resource).contains("dev.kindling.");
		return content.toString();
	}

}
