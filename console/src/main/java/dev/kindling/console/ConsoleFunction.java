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

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A function as the page shows it.
 *
 * @param name what it is called by
 * @param input the type that it takes, if that is known
 * @param output the type that it returns, if that is known
 * @param event the kind of event that it takes, in the words of the inventory
 * @param eventType the class that tells the kind, if one does
 * @param example what its type looks like as JSON, if that is known
 * @param url where it takes HTTP requests, if it does
 */
public record ConsoleFunction(String name, @Nullable String input, @Nullable String output, String event,
		@Nullable String eventType, @Nullable JsonNode example, @Nullable String url) {

	/**
	 * A function of which no more than the name is known.
	 * @param name what it is called by
	 * @param url where it takes HTTP requests
	 * @return the function
	 */
	public static ConsoleFunction named(String name, String url) {
		return new ConsoleFunction(name, null, null, "any", null, null, url);
	}

}
