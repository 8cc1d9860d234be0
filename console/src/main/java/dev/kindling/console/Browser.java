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

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The developer's browser.
 */
public final class Browser {

	private Browser() {
	}

	/**
	 * Opens a page, if there is a browser.
	 * @param page where it is
	 * @return whether a browser was asked to; what it does can't be told
	 */
	public static boolean open(URI page) {
		return browse(page) || run(page);
	}

	private static boolean browse(URI page) {
		try {
			if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
				Desktop.getDesktop().browse(page);
				return true;
			}
		}
		catch (IOException | RuntimeException | LinkageError ex) {
			// No window system, or a JDK without one: there may be a command
		}
		return false;
	}

	private static boolean run(URI page) {
		String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
		List<String> command = List.of("xdg-open", page.toString());
		if (system.contains("mac")) {
			command = List.of("open", page.toString());
		}
		else if (system.contains("windows")) {
			command = List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
		}
		try {
			new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
