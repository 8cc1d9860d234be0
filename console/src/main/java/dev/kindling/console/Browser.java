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

package dev.kindling.console;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The developer's browser, as the system's own command opens it.
 */
public final class Browser {

	private Browser() {
	}

	/**
	 * Opens a page. Doesn't wait until it is there.
	 * @param page where it is
	 * @param problems is told if there is no browser, now or a while later, in a sentence
	 * that names the page
	 */
	public static void open(URI page, Consumer<String> problems) {
		List<String> command = command(page.toString());
		try {
			new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.onExit()
				.thenAccept((ended) -> {
					if (ended.exitValue() != 0) {
						problems.accept(problem(page, command, "ends with status " + ended.exitValue()));
					}
				});
		}
		catch (IOException ex) {
			problems.accept(problem(page, command, "can't be run"));
		}
	}

	private static List<String> command(String page) {
		String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
		if (system.contains("mac")) {
			return List.of("open", page);
		}
		return system.contains("windows") ? List.of("rundll32", "url.dll,FileProtocolHandler", page)
				: List.of("xdg-open", page);
	}

	private static String problem(URI page, List<String> command, String why) {
		return "No browser opens the console: " + command.get(0) + " " + why + ". Open it yourself: " + page;
	}

}
