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

package dev.kindling.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Compares what functions answer with what a test expects.
 */
public final class Answers {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private Answers() {
	}

	/**
	 * Whether an answer is as expected. Nobody promises the order of a class's
	 * properties.
	 * @param expected an answer, or an error as the test writes it
	 * @param answer what came back
	 * @return whether they are the same texts, or the same JSON objects
	 */
	public static boolean isSame(String expected, String answer) {
		if (expected.equals(answer)) {
			return true;
		}
		try {
			return expected.startsWith("{") && MAPPER.readTree(expected).equals(MAPPER.readTree(answer));
		}
		catch (JsonProcessingException ex) {
			return false;
		}
	}

}
