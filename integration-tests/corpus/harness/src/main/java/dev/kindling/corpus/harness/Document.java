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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table for people: {@code docs/compatibility.md}. It lists the applications of each
 * module below a heading with the module's name, and the versions of libraries.
 */
final class Document {

	private static final Pattern VERSION = Pattern.compile("^\\| `([\\w-]+)` \\| ([\\w.-]+) \\|$");

	private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| (.+) \\| (lean|Spring Boot's) \\| (.+) \\|$");

	private final Module module;

	private final List<String> lines;

	private final Map<String, String> natively = new TreeMap<>();

	Document(Module module) throws IOException {
		this.module = module;
		this.lines = Files.readAllLines(module.document());
	}

	/**
	 * What isn't as it was run.
	 * @param outcomes what was run
	 * @param classPath the libraries
	 * @return each line that is missing, wrong or too much
	 */
	List<String> mistakes(Map<Program, List<Outcome>> outcomes, ClassPath classPath) {
		List<String> mistakes = new ArrayList<>();
		Map<String, String> rows = rows();
		for (Program program : this.module.allPrograms()) {
			String row = rows.remove(program.name());
			List<Outcome> run = outcomes.get(program);
			if (row == null) {
				mistakes.add("no row for " + program.name());
			}
			else if (!row.startsWith(program.shows() + " | ")) {
				mistakes.add(program.name() + " shows " + program.shows());
			}
			else if (run != null && !row.endsWith(" | " + start(run))) {
				mistakes.add(program.name() + " starts: " + start(run));
			}
		}
		rows.keySet().forEach((name) -> mistakes.add("a row for " + name + ", which isn't there"));
		for (String line : this.lines) {
			Matcher version = VERSION.matcher(line);
			if (version.matches()) {
				classPath.version(version.group(1) + "-")
					.filter((actual) -> !actual.equals(version.group(2)))
					.ifPresent((actual) -> mistakes.add(version.group(1) + " is " + actual));
			}
		}
		return mistakes;
	}

	private static String start(List<Outcome> run) {
		return run.stream().anyMatch((outcome) -> outcome.start() == Start.LEAN) ? "lean" : "Spring Boot's";
	}

	/**
	 * The rows below the module's heading: of each name, what it shows and how it starts.
	 */
	private Map<String, String> rows() {
		Map<String, String> rows = new TreeMap<>();
		boolean own = false;
		for (String line : this.lines) {
			if (line.startsWith("#")) {
				own = line.endsWith("`" + this.module.name() + "`");
			}
			Matcher row = ROW.matcher(line);
			if (own && row.matches()) {
				rows.put(row.group(1), row.group(2) + " | " + row.group(3));
				this.natively.put(row.group(1), row.group(4));
			}
		}
		return rows;
	}

	/**
	 * What the document says of an application's executable.
	 * @param program the application
	 * @return the cell, or an empty text
	 */
	String natively(Program program) {
		rows();
		return this.natively.getOrDefault(program.name(), "");
	}

}
