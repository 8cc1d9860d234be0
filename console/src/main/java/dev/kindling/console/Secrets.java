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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Takes credentials out of what is shown. A function may log its environment, or answer
 * it; the page is what is shared on a screen.
 */
final class Secrets {

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
	 */
	@SafeVarargs
	static Secrets of(Map<String, String>... environments) {
		List<String> values = new ArrayList<>();
		for (Map<String, String> environment : environments) {
			environment.forEach((name, value) -> {
				if (value != null && value.length() >= MIN_LENGTH
						&& NAMES.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
					values.add(value);
					values.add(new String(JsonStringEncoder.getInstance().quoteAsString(value)));
				}
			});
		}
		// one may be part of another
		values.sort(Comparator.comparingInt(String::length).reversed());
		return new Secrets(List.copyOf(values));
	}

	String hide(String text) {
		String shown = text;
		for (String value : this.values) {
			shown = shown.replace(value, "••••");
		}
		return shown;
	}

}
