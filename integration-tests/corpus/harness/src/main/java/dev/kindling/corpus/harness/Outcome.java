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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What an application did in one of its starts.
 *
 * @param start the way it was started
 * @param answers one for each call, as {@link Program.Call#answer()}
 * @param log what it wrote
 * @param note what else there is to say
 */
record Outcome(Start start, List<JsonNode> answers, List<String> log, String note) {

	private static final Pattern FAILURE = Pattern
		.compile("^\\s*(Caused by: )?[\\w.$]+(Exception|Error)(: .*)?$|^.*(Exception|Error): .*");

	static Outcome notProcessed(Program program, Processed processed) {
		List<JsonNode> answers = new ArrayList<>();
		program.calls().forEach((call) -> answers.add(new TextNode("!not processed")));
		return new Outcome(Start.GENERATED, answers, processed.log(), "can't be processed ahead of time");
	}

	Outcome withNote(String text) {
		return new Outcome(this.start, this.answers, this.log, text);
	}

	/**
	 * Compares.
	 * @param program what was run
	 * @return each difference, or nothing
	 */
	List<String> differences(Program program) {
		List<String> differences = new ArrayList<>();
		for (int i = 0; i < program.calls().size(); i++) {
			JsonNode expected = program.calls().get(i).answer();
			JsonNode answer = this.answers.get(i);
			if (!answer.equals(expected)) {
				differences.add("answers " + answer + " instead of " + expected);
			}
		}
		return differences;
	}

	/**
	 * The lines of the log that say what failed.
	 */
	List<String> failures() {
		List<String> lines = this.log.stream().filter((line) -> FAILURE.matcher(line).find()).distinct().toList();
		return (lines.size() > 6) ? lines.subList(0, 6) : lines;
	}

}
