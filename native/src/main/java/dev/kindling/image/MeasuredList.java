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
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads lists of what a measured run used: a line a class, with the names of what was
 * used of it.
 */
final class MeasuredList {

	private MeasuredList() {
	}

	static Map<String, Set<String>> read(String resource) {
		Map<String, Set<String>> used = new HashMap<>();
		try (InputStream input = MeasuredList.class.getResourceAsStream(resource);
				BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				String[] words = line.split(" ");
				used.put(words[0], Set.copyOf(Arrays.asList(words).subList(1, words.length)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The list " + resource + " can't be read", ex);
		}
		return used;
	}

	static boolean contains(Map<String, Set<String>> list, String type, String name) {
		Set<String> names = list.get(type);
		return names != null && names.contains(name);
	}

}
