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

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Marks are found wherever they stand.
 */
class MarkSearchUnitTests {

	private static Set<String> search(Collection<String> marks, String text) {
		Set<String> found = new TreeSet<>();
		new MarkSearch(marks).in(text.getBytes(StandardCharsets.ISO_8859_1), found::add);
		return found;
	}

	@Test
	void findsShortAndLongMarksAtBothEndsAndWithinOneAnother() {
		List<String> marks = List.of("${", "java/net/URL;", "reactor/", "org/reactor/core", "exactly8",
				"\u0000\fjava/net");
		assertThat(search(marks, "reactor/")).containsExactly("reactor/");
		assertThat(search(marks, "xorg/reactor/core")).containsExactly("org/reactor/core", "reactor/");
		assertThat(search(marks, "a${b}")).containsExactly("${");
		assertThat(search(marks, "exactly8\u0000\fjava/net/URL;")).containsExactly("\u0000\fjava/net", "exactly8",
				"java/net/URL;");
		assertThat(search(marks, "")).isEmpty();
		assertThat(search(marks, "eactor/")).isEmpty();
	}

	@Test
	void findsWhatASearchForOneAfterTheOtherFinds() {
		Random random = new Random(7);
		for (int i = 0; i < 2000; i++) {
			String text = text(random, random.nextInt(300));
			Set<String> marks = new TreeSet<>();
			for (int j = 0; j < 40; j++) {
				marks.add(text(random, 1 + random.nextInt(12)));
			}
			Set<String> expected = new TreeSet<>(marks);
			expected.removeIf((mark) -> !text.contains(mark));
			assertThat(search(marks, text)).isEqualTo(expected);
		}
	}

	private static String text(Random random, int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append((char) ('a' + random.nextInt(2)));
		}
		return text.toString();
	}

}
