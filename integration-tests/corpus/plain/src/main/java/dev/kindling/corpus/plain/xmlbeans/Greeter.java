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

package dev.kindling.corpus.plain.xmlbeans;

import java.util.List;
import java.util.Map;

/**
 * Is declared in XML.
 */
public class Greeter {

	private final Punctuation punctuation;

	private List<String> words = List.of();

	private Map<String, Integer> repeats = Map.of();

	/**
	 * Creates it.
	 * @param punctuation ends a greeting
	 */
	public Greeter(Punctuation punctuation) {
		this.punctuation = punctuation;
	}

	/**
	 * Sets the words.
	 * @param words before a name
	 */
	public void setWords(List<String> words) {
		this.words = words;
	}

	/**
	 * Sets the repeats.
	 * @param repeats of each word
	 */
	public void setRepeats(Map<String, Integer> repeats) {
		this.repeats = repeats;
	}

	List<String> greet(String name) {
		return this.words.stream()
			.map((word) -> (word + " ").repeat(this.repeats.getOrDefault(word, 1)) + name + this.punctuation.getMark())
			.toList();
	}

}
