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

package dev.kindling.corpus.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Variables and arguments with which an application is started.
 *
 * @param name what it is about
 * @param environment the variables
 * @param arguments the command line
 * @param answer what of the answer is known before, lest nothing had an effect
 * @param fails what the log says if the start fails, or {@code null}
 */
record Configuration(String name, Map<String, String> environment, List<String> arguments, Map<String, JsonNode> answer,
		String fails) {

	Configuration {
		environment = (environment != null) ? Map.copyOf(environment) : Map.of();
		arguments = (arguments != null) ? List.copyOf(arguments) : List.of();
		answer = (answer != null) ? Map.copyOf(answer) : Map.of();
		if (name == null || (answer.isEmpty() == (fails == null))) {
			throw new IllegalArgumentException("A configuration has a name, and an answer or a failure: " + name);
		}
	}

	static List<Configuration> readAll(Path file) {
		try {
			return List.of(new ObjectMapper().readValue(file.toFile(), Configuration[].class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file.toString(), ex);
		}
	}

	List<String> addTo(List<String> command) {
		List<String> all = new ArrayList<>(command);
		all.addAll(this.arguments);
		return all;
	}

	/**
	 * Compares.
	 * @param boot what Spring Boot did
	 * @param other what the other start did
	 * @return each difference, or nothing
	 */
	List<String> differences(Outcome boot, Outcome other) {
		List<String> differences = new ArrayList<>();
		if (this.fails != null) {
			for (Outcome outcome : List.of(boot, other)) {
				if (!failed(outcome)) {
					differences.add(outcome.start().title() + " answers " + outcome.answers());
				}
				else if (outcome.log().stream().noneMatch((line) -> line.contains(this.fails))) {
					differences.add(outcome.start().title() + " doesn't say '" + this.fails + "'");
				}
			}
			return differences;
		}
		if (failed(boot) || !boot.answers().equals(other.answers())) {
			differences.add(boot.start().title() + " answers " + boot.answers());
			differences.add(other.start().title() + " answers " + other.answers());
		}
		this.answer.forEach((key, value) -> {
			JsonNode found = boot.answers().get(0).path(key);
			if (!value.equals(found)) {
				differences.add(key + " is " + found + " instead of " + value);
			}
		});
		return differences;
	}

	private static boolean failed(Outcome outcome) {
		return outcome.answers().get(0).asText().startsWith("!");
	}

}
