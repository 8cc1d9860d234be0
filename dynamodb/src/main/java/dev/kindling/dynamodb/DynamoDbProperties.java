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

package dev.kindling.dynamodb;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Reads {@code kindling.dynamodb.*}, in kebab or camel case, or as environment variables
 * with or without underscores at the dashes. By hand, because binding them would bring
 * Spring Boot's binder and all converters into each executable.
 */
public final class DynamoDbProperties {

	public static final String PREFIX = "kindling.dynamodb.";

	private static final String[] UNITS = { "ns", "us", "ms", "s", "m", "h", "d" };

	private static final long[] NANOS = { 1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000L, 3_600_000_000_000L,
			86_400_000_000_000L };

	private final Environment environment;

	public DynamoDbProperties(Environment environment) {
		this.environment = environment;
	}

	/**
	 * The value of a property of Kindling's.
	 * @param name in kebab case, without the prefix
	 */
	public @Nullable String string(String name) {
		String value = raw(PREFIX + name);
		if (value == null && name.indexOf('-') >= 0) {
			value = raw(PREFIX + camelCase(name));
		}
		return value;
	}

	/**
	 * The value of an environment variable or any other property.
	 */
	public @Nullable String raw(String name) {
		// as an object, so that a number from a file isn't sent through a converter
		Object value = this.environment.getProperty(name, Object.class);
		if (value == null) {
			return null;
		}
		String text = value.toString().trim();
		return text.isEmpty() ? null : text;
	}

	public @Nullable URI uri(String name) {
		String value = string(name);
		return (value != null) ? uri(PREFIX + name, value) : null;
	}

	public @Nullable URI rawUri(String name) {
		String value = raw(name);
		return (value != null) ? uri(name, value) : null;
	}

	private static URI uri(String name, String value) {
		try {
			URI uri = new URI(value);
			if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			// told below, without the value: it may hold a secret
		}
		throw new DynamoDbConfigurationException("'" + name + "' is no URL.",
				"Set it to a URL with scheme and host, such as http://localhost:8000.");
	}

	public @Nullable Duration duration(String name) {
		String value = string(name);
		if (value == null) {
			return null;
		}
		try {
			Duration duration = parse(value);
			if (!duration.isNegative() && !duration.isZero()) {
				return duration;
			}
		}
		catch (NumberFormatException | DateTimeParseException | ArithmeticException ex) {
			// told below
		}
		throw new DynamoDbConfigurationException("'" + PREFIX + name + "' is no duration: '" + value + "'.",
				"Set it to a number with one of the units ns, us, ms, s, m, h and d, such as 500ms.");
	}

	private static Duration parse(String value) {
		if (value.charAt(0) == 'P' || value.charAt(0) == 'p') {
			return Duration.parse(value);
		}
		int digits = 0;
		while (digits < value.length() && Character.isDigit(value.charAt(digits))) {
			digits++;
		}
		long amount = Long.parseLong(value.substring(0, digits));
		String unit = value.substring(digits).trim();
		if (unit.isEmpty()) {
			return Duration.ofMillis(amount);
		}
		for (int i = 0; i < UNITS.length; i++) {
			if (UNITS[i].equalsIgnoreCase(unit)) {
				return Duration.ofNanos(Math.multiplyExact(amount, NANOS[i]));
			}
		}
		throw new NumberFormatException(unit);
	}

	public @Nullable Integer count(String name) {
		String value = string(name);
		return (value != null) ? count(PREFIX + name, value) : null;
	}

	public @Nullable Integer rawCount(String name) {
		String value = raw(name);
		return (value != null) ? count(name, value) : null;
	}

	private static Integer count(String name, String value) {
		try {
			int count = Integer.parseInt(value);
			if (count > 0) {
				return count;
			}
		}
		catch (NumberFormatException ex) {
			// told below
		}
		throw new DynamoDbConfigurationException("'" + name + "' is no positive number: '" + value + "'.",
				"Set it to 1 or more.");
	}

	/**
	 * One of some words, whatever their case and dashes.
	 */
	public <E extends Enum<E>> E choice(String name, E[] choices, E fallback) {
		String value = string(name);
		if (value == null) {
			return fallback;
		}
		StringBuilder allowed = new StringBuilder();
		for (E choice : choices) {
			String word = choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
			if (word.equalsIgnoreCase(value) || choice.name().equalsIgnoreCase(value)
					|| word.replace("-", "").equalsIgnoreCase(value)) {
				return choice;
			}
			allowed.append(allowed.isEmpty() ? "" : ", ").append(word);
		}
		throw new DynamoDbConfigurationException("'" + PREFIX + name + "' can't be '" + value + "'.",
				"Set it to one of: " + allowed + ".");
	}

	private static String camelCase(String name) {
		StringBuilder camel = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			char character = name.charAt(i);
			if (character == '-' && i + 1 < name.length()) {
				i++;
				camel.append(Character.toUpperCase(name.charAt(i)));
			}
			else {
				camel.append(character);
			}
		}
		return camel.toString();
	}

}
