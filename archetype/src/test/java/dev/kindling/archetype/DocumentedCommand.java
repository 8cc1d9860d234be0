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

package dev.kindling.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What README and docs tell readers to type, and which of it no test can.
 *
 * @param document where it stands
 * @param line of the block's begin
 * @param command one command, its continued lines joined, without its comment
 * @param reason why it isn't run, as a comment before the block or at the begin of its
 * section says; {@code null} for one that is
 */
record DocumentedCommand(String document, long line, String command, @Nullable String reason) {

	private static final Path ROOT = Path.of("..");

	private static final Pattern BLOCK = Pattern.compile("^( *)```(?:sh|bash|shell|console)\\n(.*?)^ *```",
			Pattern.DOTALL | Pattern.MULTILINE);

	private static final String MARK = "<!-- not run by a test: (.+) -->";

	private static final Pattern BEFORE = Pattern.compile(MARK + "\\n *$");

	private static final Pattern SECTION = Pattern.compile("^#+ .*\\n" + MARK, Pattern.MULTILINE);

	/**
	 * All that there are, in their order.
	 */
	static List<DocumentedCommand> all() throws IOException {
		List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
		try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
			files.filter((file) -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
		}
		List<DocumentedCommand> commands = new ArrayList<>();
		for (Path document : documents) {
			commands.addAll(in(document.getFileName().toString(), Files.readString(document)));
		}
		return commands;
	}

	static List<DocumentedCommand> in(String document, String text) {
		List<DocumentedCommand> commands = new ArrayList<>();
		Matcher block = BLOCK.matcher(text);
		while (block.find()) {
			String before = text.substring(0, block.start());
			long line = before.lines().count() + 1;
			String reason = reason(before);
			block.group(2)
				.replace("\\\n", " ")
				.lines()
				.map((command) -> command.replaceFirst("(^|\\s)#.*", "").strip().replaceAll("\\s+", " "))
				.filter((command) -> !command.isEmpty())
				.forEach((command) -> commands.add(new DocumentedCommand(document, line, command, reason)));
		}
		return commands;
	}

	private static @Nullable String reason(String before) {
		Matcher mark = BEFORE.matcher(before);
		if (mark.find()) {
			return mark.group(1);
		}
		Matcher section = SECTION.matcher(before.substring(Math.max(before.lastIndexOf("\n#"), 0)));
		return section.find() ? section.group(1) : null;
	}

	/**
	 * Its words, as a shell splits them, as far as these commands need it.
	 */
	List<String> words() {
		return Pattern.compile("'([^']*)'|(?:[^\\s']|'[^']*')+")
			.matcher(this.command)
			.results()
			.map(MatchResult::group)
			.map((word) -> word.replace("'", ""))
			.toList();
	}

	@Override
	public String toString() {
		return this.document + ":" + this.line + ": " + this.command
				+ ((this.reason != null) ? " (" + this.reason + ")" : "");
	}

}
