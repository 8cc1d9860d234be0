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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * What each application of a module did in each of its starts: printed, and written as
 * Markdown beside what Maven builds.
 */
final class Table {

	private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

	private static final List<String> COLUMNS = List.of(Start.BOOT.title(), "ahead of time, on the JVM",
			Start.NATIVE.title());

	private final Module module;

	private final Path file;

	private final Map<String, Map<String, String>> cells;

	Table(Module module) throws IOException {
		this.module = module;
		this.file = module.folder().resolve("results.json");
		this.cells = Files.exists(this.file) ? MAPPER.readValue(this.file.toFile(), new TypeReference<>() {
		}) : new TreeMap<>();
	}

	void add(Program program, Outcome outcome) {
		String column = switch (outcome.start()) {
			case BOOT -> COLUMNS.get(0);
			case LEAN, GENERATED -> COLUMNS.get(1);
			case NATIVE -> COLUMNS.get(2);
		};
		String result = outcome.differences(program).isEmpty() ? "same" : "DIFFERENT";
		String note = outcome.note().isEmpty() ? "" : ", " + outcome.note();
		this.cells.computeIfAbsent(program.name(), (name) -> new TreeMap<>())
			.put(column, result + " (" + outcome.start().title() + note + ")");
	}

	/**
	 * Prints and writes it.
	 */
	void write() throws IOException {
		List<Program> programs = this.module.allPrograms();
		StringBuilder text = new StringBuilder("| application | shows | " + String.join(" | ", COLUMNS) + " |\n");
		text.append("|---|---|---|---|---|\n");
		for (Program program : this.module.programs()) {
			Map<String, String> row = this.cells.getOrDefault(program.name(), Map.of());
			text.append("| ").append(program.name()).append(" | ").append(program.shows());
			COLUMNS.forEach((column) -> text.append(" | ").append(row.getOrDefault(column, "not run")));
			text.append(" |\n");
		}
		this.cells.keySet().retainAll(programs.stream().map(Program::name).toList());
		Files.createDirectories(this.file.getParent());
		MAPPER.writeValue(this.file.toFile(), this.cells);
		Files.writeString(this.file.resolveSibling("table.md"), text);
		System.out.println("The corpus, " + this.module.name() + ":\n" + text);
	}

}
