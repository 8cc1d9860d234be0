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

package dev.kindling.report;

import java.util.List;
import java.util.Map;

/**
 * A report as people read it.
 */
final class ReportText {

	private ReportText() {
	}

	static String of(BuildReport report) {
		StringBuilder text = new StringBuilder("# What the executable is built of\n\n");
		report.facts()
			.forEach((name, value) -> text.append("- **").append(name).append("**: ").append(value).append('\n'));
		if (!report.warnings().isEmpty()) {
			text.append("\n## Warnings\n");
			report.warnings().forEach((warning) -> text.append("- ").append(warning).append('\n'));
		}
		table(text, "Functions", "name", "types", report.functions());
		for (String kind : List.of("part", "bean", "hint")) {
			List<BuildReport.Removal> removed = report.removed()
				.stream()
				.filter((removal) -> removal.kind().equals(kind))
				.toList();
			if (!removed.isEmpty()) {
				text.append("\n## ").append(title(kind)).append("\n| name | entry | why |\n|---|---|---|\n");
				for (BuildReport.Removal removal : removed) {
					text.append("| ").append(cell(removal.name())).append(" | ").append(cell(removal.entry()));
					text.append(" | ").append(cell(removal.reason())).append(" |\n");
				}
			}
		}
		table(text, "Beans and parts that stay", "name", "what keeps it in", report.kept());
		return text.toString();
	}

	private static String title(String kind) {
		return switch (kind) {
			case "part" -> "Parts of the JDK and the libraries that left";
			case "bean" -> "Beans that left";
			default -> "Reflection hints that were taken back";
		};
	}

	private static void table(StringBuilder text, String title, String first, String second, Map<String, String> rows) {
		if (rows.isEmpty()) {
			return;
		}
		text.append("\n## ").append(title).append("\n| ").append(first).append(" | ").append(second);
		text.append(" |\n|---|---|\n");
		rows.forEach(
				(name, value) -> text.append("| ").append(cell(name)).append(" | ").append(cell(value)).append(" |\n"));
	}

	private static String cell(String value) {
		return value.replace("|", "\\|").replace('\n', ' ');
	}

}
