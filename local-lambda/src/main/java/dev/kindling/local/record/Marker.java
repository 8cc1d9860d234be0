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

package dev.kindling.local.record;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Stands in a recorded answer for what changes from run to run: <code>${uuid}</code>,
 * alone or within a text. Can be written by hand as well.
 */
public enum Marker {

	/**
	 * <code>${uuid}</code>.
	 */
	UUID("uuid", "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),

	/**
	 * <code>${date-time}</code>: a date and a time of ISO 8601, with or without a zone.
	 */
	DATE_TIME("date-time",
			"\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?"
					+ "(?:Z|[+-]\\d{2}:?\\d{2})?(?:\\[[\\w/+-]+\\])?"),

	/**
	 * <code>${http-date}</code>: as HTTP's headers have it.
	 */
	HTTP_DATE("http-date",
			"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} "
					+ "(?:GMT|[+-]\\d{4})"),

	/**
	 * <code>${trace-id}</code>: an X-Ray trace, with parent and sampling if they are
	 * there.
	 */
	TRACE_ID("trace-id",
			"1-[0-9a-f]{8}-[0-9a-f]{24}(?:;Parent=[0-9a-f]{16})?(?:;Sampled=[01?])?(?:;Lineage=[\\w:;|]+)?"),

	/**
	 * <code>${ulid}</code>.
	 */
	ULID("ulid", "[0-7][0-9A-HJKMNP-TV-Z]{25}"),

	/**
	 * <code>${date}</code>: a date of ISO 8601.
	 */
	DATE("date", "\\d{4}-\\d{2}-\\d{2}"),

	/**
	 * <code>${any}</code>: any text.
	 */
	ANY("any", "(?s:.*)"),

	/**
	 * <code>${dollar}</code>: a dollar sign that begins no marker.
	 */
	DOLLAR("dollar", "\\$"),

	/**
	 * <code>${number}</code>: any number. A whole value only.
	 */
	NUMBER("number", null),

	/**
	 * <code>${ignore}</code>: any value, or none. A whole value only.
	 */
	IGNORE("ignore", null);

	static final Pattern REFERENCE = Pattern.compile(
			"\\$\\{(" + Arrays.stream(values()).map((marker) -> marker.name).collect(Collectors.joining("|")) + ")\\}");

	private final String name;

	private final @Nullable String pattern;

	Marker(String name, @Nullable String pattern) {
		this.name = name;
		this.pattern = pattern;
	}

	/**
	 * As it is written.
	 * @return such as <code>${uuid}</code>
	 */
	public String reference() {
		return "${" + this.name + "}";
	}

	/**
	 * Says whether this may be a part of a text.
	 */
	boolean isText() {
		return this.pattern != null;
	}

	/**
	 * What it stands for, as a regular expression.
	 */
	String pattern() {
		if (this.pattern == null) {
			throw new IllegalStateException(reference() + " is a whole value");
		}
		return this.pattern;
	}

	static Marker named(String name) {
		return Arrays.stream(values()).filter((marker) -> marker.name.equals(name)).findFirst().orElseThrow();
	}

}
