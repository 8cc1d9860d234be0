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

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Marks the values of an answer that another run wouldn't answer again. They are told by
 * what they look like: to call the function twice and compare would have its effects
 * twice. What the event holds comes again, as the event does, and isn't marked.
 */
final class ChangingValues {

	/** In the order in which they are looked for: a date-time begins with a date. */
	private static final List<Marker> LOOKED_FOR = List.of(Marker.TRACE_ID, Marker.UUID, Marker.DATE_TIME,
			Marker.HTTP_DATE, Marker.ULID, Marker.DATE);

	private static final Pattern CHANGING = Pattern.compile(LOOKED_FOR.stream()
		.map((marker) -> "((?<![0-9A-Za-z])" + marker.pattern() + "(?![0-9A-Za-z]))")
		.collect(Collectors.joining("|")));

	private static final List<BigDecimal> UNITS = List.of(BigDecimal.ONE, BigDecimal.valueOf(1_000),
			BigDecimal.valueOf(1_000_000), BigDecimal.valueOf(1_000_000_000));

	private static final BigDecimal DAY = BigDecimal.valueOf(24 * 60 * 60);

	private static final String STACK_TRACE = "stackTrace";

	private final String event;

	private final Instant now;

	/**
	 * Looks at answers to an event.
	 * @param event all that the function gets, as text
	 */
	ChangingValues(String event) {
		this(event, Instant.now());
	}

	ChangingValues(String event, Instant now) {
		this.event = event;
		this.now = now;
	}

	/**
	 * Marks an answer.
	 * @param answer in the form of {@link RecordedAnswer#of}, masked
	 * @return a copy with markers
	 */
	ObjectNode mark(ObjectNode answer) {
		boolean failed = answer.path(RecordedAnswer.FAILED).asBoolean();
		ObjectNode marked = answer.objectNode();
		String[] contents = RecordedContent.names(RecordedAnswer.ANSWER);
		answer.properties().forEach((field) -> {
			boolean looked = field.getKey().equals(contents[0]) || field.getKey().equals(contents[1]);
			marked.set(field.getKey(), looked ? mark(field.getValue(), failed) : field.getValue());
		});
		return marked;
	}

	private JsonNode mark(JsonNode node, boolean failed) {
		if (node.isTextual()) {
			return TextNode.valueOf(mark(node.asText()));
		}
		if (node.isNumber() && isTime(node)) {
			return TextNode.valueOf(Marker.NUMBER.reference());
		}
		return RecordJson.mapChildren(node, (name, value) -> (failed && STACK_TRACE.equals(name))
				? TextNode.valueOf(Marker.IGNORE.reference()) : mark(value, failed));
	}

	private String mark(String text) {
		StringBuilder marked = new StringBuilder();
		Matcher found = CHANGING.matcher(text);
		int end = 0;
		while (found.find()) {
			Marker marker = LOOKED_FOR.get(group(found));
			if (!this.event.contains(found.group()) && (marker != Marker.DATE || isAboutToday(found.group()))) {
				marked.append(text, end, found.start()).append(marker.reference());
				end = found.end();
			}
		}
		return marked.append(text, end, text.length()).toString();
	}

	private static int group(Matcher found) {
		for (int i = 0; i < LOOKED_FOR.size(); i++) {
			if (found.group(i + 1) != null) {
				return i;
			}
		}
		throw new IllegalStateException("No group has matched");
	}

	/**
	 * A day more or less, as the function may be in another zone.
	 */
	private boolean isAboutToday(String date) {
		LocalDate today = LocalDate.ofInstant(this.now, ZoneOffset.UTC);
		return List.of(today.minusDays(1), today, today.plusDays(1))
			.stream()
			.anyMatch((day) -> day.toString().equals(date));
	}

	/**
	 * Says whether a number is a time of this day, in seconds, or a thousandth, millionth
	 * or billionth of a second, since 1970.
	 */
	private boolean isTime(JsonNode number) {
		BigDecimal value = number.decimalValue();
		BigDecimal seconds = BigDecimal.valueOf(this.now.getEpochSecond());
		boolean near = UNITS.stream()
			.anyMatch((unit) -> value.subtract(seconds.multiply(unit)).abs().compareTo(DAY.multiply(unit)) <= 0);
		return near && Arrays.stream(this.event.split("[^0-9.eE+-]+")).noneMatch(number.asText()::equals);
	}

}
