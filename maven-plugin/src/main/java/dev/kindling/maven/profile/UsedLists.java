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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The lists that the image builder lays methods and objects by, as Kindling's own are: a
 * line a class, with the names of what was used of it.
 */
public final class UsedLists {

	/** Of what is larger, a few pages are used: it needn't lie among the others. */
	private static final int LARGEST = 64 * 1024;

	private final UsedList methodsOfACall = new UsedList();

	private final UsedList methodsOfAStart = new UsedList();

	private final UsedList objectsWritten = new UsedList();

	private final UsedList objectsOfACall = new UsedList();

	private final UsedList objectsOfAStart = new UsedList();

	/**
	 * Adds what a run has used.
	 * @param often how many of the calls after the first use what belongs to calls
	 */
	void add(Counters counters, List<Place> methods, List<Place> objects, int often) {
		for (int i = 0; i < methods.size(); i++) {
			if (counters.later(i) >= often) {
				this.methodsOfACall.add(methods.get(i));
			}
			else if (counters.first(i)) {
				this.methodsOfAStart.add(methods.get(i));
			}
		}
		for (int i = 0; i < objects.size(); i++) {
			Place object = objects.get(i);
			int item = counters.object(i);
			if (object.size() > LARGEST) {
				continue;
			}
			if (counters.written(item)) {
				this.objectsWritten.add(object);
			}
			else if (counters.later(item) >= often) {
				this.objectsOfACall.add(object);
			}
			else if (counters.first(item)) {
				this.objectsOfAStart.add(object);
			}
		}
	}

	/**
	 * Writes the lists, in place of those that there are.
	 * @param directory is created where it is missing
	 * @throws IOException if a list can't be written
	 */
	public void write(Path directory) throws IOException {
		Files.createDirectories(directory);
		this.methodsOfAStart.removeAll(this.methodsOfACall);
		this.objectsOfACall.removeAll(this.objectsWritten);
		this.objectsOfAStart.removeAll(this.objectsWritten);
		this.objectsOfAStart.removeAll(this.objectsOfACall);
		this.methodsOfACall.write(directory.resolve("methods-of-a-call.txt"));
		this.methodsOfAStart.write(directory.resolve("methods-of-a-start.txt"));
		this.objectsWritten.write(directory.resolve("objects-written.txt"));
		this.objectsOfACall.write(directory.resolve("objects-of-a-call.txt"));
		this.objectsOfAStart.write(directory.resolve("objects-of-a-start.txt"));
	}

	/**
	 * What was used, for people.
	 * @return how many methods and objects
	 */
	public String describe() {
		return this.methodsOfAStart.size() + this.methodsOfACall.size() + " methods and "
				+ (this.objectsWritten.size() + this.objectsOfACall.size() + this.objectsOfAStart.size()) + " objects";
	}

	/**
	 * One of them.
	 */
	private static final class UsedList {

		private final Map<String, Set<String>> names = new TreeMap<>();

		void add(Place place) {
			this.names.computeIfAbsent(place.type(), (type) -> new TreeSet<>()).add(place.name());
		}

		void removeAll(UsedList other) {
			other.names.forEach((type, names) -> this.names.computeIfPresent(type, (same, own) -> {
				own.removeAll(names);
				return own.isEmpty() ? null : own;
			}));
		}

		int size() {
			return this.names.values().stream().mapToInt(Set::size).sum();
		}

		void write(Path file) throws IOException {
			Files.writeString(file,
					this.names.entrySet()
						.stream()
						.map((entry) -> entry.getKey() + ' ' + String.join(" ", entry.getValue()) + '\n')
						.collect(Collectors.joining()));
		}

	}

}
