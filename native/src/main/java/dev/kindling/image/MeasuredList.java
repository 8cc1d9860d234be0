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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads lists of what a measured run used: a line a class, with the names of what was
 * used of it. Kindling brings its own; {@code kindling:profile} writes those of an
 * application, which are added to them.
 */
final class MeasuredList {

	/**
	 * Where an application, or a library, has lists: a folder of the class path.
	 */
	static final String DIRECTORY = "META-INF/kindling/image/";

	private static final Pattern LINE = Pattern.compile("[^\\s\\p{Cntrl}\uFEFF]+( [^\\s\\p{Cntrl}\uFEFF]+)+");

	private MeasuredList() {
	}

	/**
	 * Reads Kindling's list, and all of its name on the class path.
	 * @param name of the file
	 * @throws UncheckedIOException if one can't be read
	 */
	static Map<String, Set<String>> read(String name) {
		Map<String, Set<String>> used = new HashMap<>();
		try {
			add(Objects.requireNonNull(MeasuredList.class.getResource(name)), used);
			for (URL list : Collections.list(MeasuredList.class.getClassLoader().getResources(DIRECTORY + name))) {
				add(list, used);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The lists " + name + " can't be read", ex);
		}
		return used;
	}

	/**
	 * Adds those of a list.
	 * @throws IOException if it can't be read, or isn't what {@code kindling:profile}
	 * writes
	 */
	static void add(URL list, Map<String, Set<String>> used) throws IOException {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(list.openStream(), StandardCharsets.UTF_8.newDecoder()))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (!LINE.matcher(line).matches()) {
					throw new IOException(
							"It has no class with names of what was used of it, with blanks between them: '" + line
									+ "'");
				}
				String[] words = line.split(" ");
				used.computeIfAbsent(words[0], (type) -> new HashSet<>())
					.addAll(Arrays.asList(words).subList(1, words.length));
			}
		}
		catch (IOException ex) {
			throw new IOException(
					"The list " + list + " can't be read. Write it anew with kindling:profile, or remove it", ex);
		}
	}

	static boolean contains(Map<String, Set<String>> list, String type, String name) {
		Set<String> names = list.get(type);
		return names != null && names.contains(name);
	}

}
