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

package org.jspecify.parts;

import java.awt.Desktop;
import java.net.URI;

/**
 * One use of each part that only some libraries bring: Hibernate Validator and H2, and a
 * look at the places of calls.
 */
public final class LibraryPartUses {

	private LibraryPartUses() {
	}

	/**
	 * Uses a part.
	 * @param part its name
	 * @return what came of it, or how it failed
	 */
	public static String of(String part) {
		return Failures.orElse(() -> use(part));
	}

	private static String use(String part) throws Exception {
		return switch (part) {
			case "validation-xml" -> ConstrainedByXml.violated();
			case "h2-realms" -> RealmLogin.user();
			case "desktop" -> browse();
			case "code-positions" -> CallPlaces.seen();
			default -> throw new IllegalArgumentException("There is no part " + part);
		};
	}

	private static String browse() throws Exception {
		// as Boot sets it
		System.setProperty("java.awt.headless", "true");
		Desktop.getDesktop().browse(URI.create("http://127.0.0.1:1/"));
		return "browsed";
	}

}
