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

package dev.kindling.local.workbench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Takes credentials out of what is shown or kept. A function may log its environment, or
 * answer it; a page is shared on a screen, and a file with others.
 */
public final class Secrets {

	private static final Pattern NAMES = Pattern
		.compile(".*(SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY).*");

	/**
	 * What is shorter would be found in any text.
	 */
	private static final int MIN_LENGTH = 8;

	private final List<String> values;

	private Secrets(List<String> values) {
		this.values = values;
	}

	/**
	 * Learns the values of all variables that, by their names, hold credentials.
	 * @param environments variables by name
	 * @return what hides them
	 */
	@SafeVarargs
	public static Secrets of(Map<String, String>... environments) {
		List<String> values = new ArrayList<>();
		for (Map<String, String> environment : environments) {
			environment.forEach((name, value) -> {
				if (value != null && NAMES.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
					values.add(value);
				}
			});
		}
		return of(values);
	}

	/**
	 * Takes out these values, but for those that are too short to be told from other
	 * text. They are found as JSON and forms have them, too.
	 * @param values the credentials
	 * @return what hides them
	 */
	public static Secrets of(Collection<String> values) {
		List<String> all = new ArrayList<>();
		for (String value : values) {
			if (value.length() >= MIN_LENGTH) {
				String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
				Stream
					.of(value, new String(JsonStringEncoder.getInstance().quoteAsString(value)), form,
							form.replace("+", "%20"))
					.distinct()
					.forEach(all::add);
			}
		}
		// one may be part of another
		all.sort(Comparator.comparingInt(String::length).reversed());
		return new Secrets(List.copyOf(all));
	}

	/**
	 * Hides them from people.
	 * @param text what may hold some
	 * @return the text with dots in their place
	 */
	public String hide(String text) {
		return replace(text, "••••");
	}

	/**
	 * Puts something else in their place.
	 * @param text what may hold some
	 * @param replacement what is there instead
	 * @return the text without them
	 */
	public String replace(String text, String replacement) {
		String shown = text;
		for (String value : this.values) {
			shown = shown.replace(value, replacement);
		}
		return shown;
	}

}
