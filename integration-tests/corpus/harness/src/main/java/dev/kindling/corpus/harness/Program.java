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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An application of the corpus, and what it is asked.
 *
 * @param name its package, and its function
 * @param shows what it shows, for a table
 * @param features what it has on its class path beside the starter
 * @param services what has to run while it runs
 * @param resources what on the class path only it may see
 * @param environment its environment variables
 * @param calls what it is asked, one after the other in the same process
 */
@JsonIgnoreProperties(ignoreUnknown = false)
record Program(String name, String shows, List<String> features, List<String> services, List<String> resources,
		Map<String, String> environment, List<Call> calls) {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	Program {
		features = (features != null) ? List.copyOf(features) : List.of();
		services = (services != null) ? List.copyOf(services) : List.of();
		resources = (resources != null) ? List.copyOf(resources) : List.of();
		environment = (environment != null) ? Map.copyOf(environment) : Map.of();
		if (name == null || shows == null || calls == null || calls.isEmpty()) {
			throw new IllegalArgumentException("An application needs a name, what it shows, and calls: " + name);
		}
		calls = List.copyOf(calls);
	}

	/**
	 * Reads the descriptions of a module's applications.
	 * @param folder has a file of JSON for each
	 * @return sorted by name
	 */
	static List<Program> readAll(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().map(Program::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Program read(Path file) {
		try {
			Program program = MAPPER.readValue(file.toFile(), Program.class);
			if (!file.endsWith(program.name() + ".json")) {
				throw new IllegalStateException(file + " describes " + program.name());
			}
			return program;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file.toString(), ex);
		}
	}

	/**
	 * The class with its {@code main} method.
	 * @param classes what was compiled
	 * @param group the package of the module
	 * @return the name of the class
	 */
	String mainClass(Path classes, String group) {
		String packageName = group + "." + this.name;
		Path folder = classes.resolve(packageName.replace('.', '/'));
		try (Stream<Path> files = Files.list(folder)) {
			List<String> found = files.map((file) -> file.getFileName().toString())
				.filter((file) -> file.matches("[A-Za-z0-9]+Application(Kt)?\\.class"))
				.sorted((a, b) -> b.length() - a.length())
				.toList();
			if (found.isEmpty()) {
				throw new IllegalStateException("There is no class that ends in Application in " + folder);
			}
			return packageName + "." + found.get(0).replace(".class", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * An event and what is answered.
	 *
	 * @param event the event
	 * @param answer what the function answers, or for an error a text of an exclamation
	 * mark and its type
	 */
	record Call(JsonNode event, JsonNode answer) {
	}

}
