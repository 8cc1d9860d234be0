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

package dev.kindling.maven.reload;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has changed between two looks at files.
 *
 * @param written files that are new or have other contents
 * @param removed files that are gone
 */
public record Changes(List<Path> written, List<Path> removed) {

	static final Changes NONE = new Changes(List.of(), List.of());

	public Changes {
		written = List.copyOf(written);
		removed = List.copyOf(removed);
	}

	boolean isEmpty() {
		return this.written.isEmpty() && this.removed.isEmpty();
	}

	/**
	 * Names them for a developer.
	 * @return such as {@code Greeter.java and 2 others}
	 */
	@Override
	public String toString() {
		List<Path> all = Stream.concat(this.written.stream(), this.removed.stream()).toList();
		if (all.isEmpty()) {
			return "nothing";
		}
		String first = String.valueOf(all.get(0).getFileName());
		int others = all.size() - 1;
		return (others == 0) ? first : first + " and " + others + ((others == 1) ? " other" : " others");
	}

}
