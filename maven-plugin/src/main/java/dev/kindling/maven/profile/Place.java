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

package dev.kindling.maven.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Where a method, or an object of the image heap, lies in an executable.
 *
 * @param offset in bytes from the start of the code, or of the heap
 * @param size in bytes; 0 of a method
 * @param type the name of its class
 * @param name what tells it from others of its class
 */
record Place(int offset, int size, String type, String name) {

	/**
	 * The methods that an image builder with <code>kindling.image.methods</code> has
	 * written.
	 * @param file a line a method: offset, symbol, class, name
	 * @return in the order of their offsets
	 * @throws IOException if the file can't be read
	 */
	static List<Place> methods(Path file) throws IOException {
		return read(file, (symbol) -> 0);
	}

	/**
	 * The objects that an image builder with <code>kindling.image.objects</code> has
	 * written.
	 * @param file a line an object: offset, size, class, name
	 * @return in the order of their offsets
	 * @throws IOException if the file can't be read
	 */
	static List<Place> objects(Path file) throws IOException {
		return read(file, Integer::parseInt);
	}

	private static List<Place> read(Path file, ToIntFunction<String> size) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.map((line) -> line.split(" "))
				.map((words) -> new Place(Integer.parseInt(words[0]), size.applyAsInt(words[1]), words[2], words[3]))
				.sorted(Comparator.comparingInt(Place::offset))
				.toList();
		}
	}

}
