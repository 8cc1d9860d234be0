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

package dev.kindling.logging.slf4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TextFormat}.
 */
class TextFormatUnitTests {

	private static final String START = "1970-01-01T00:00:00.000Z INFO  [t] l : ";

	@Test
	void alignsTheLevels() {
		for (Level level : Level.values()) {
			assertThat(format(new LogRecord(0, level, "l", "t", "m", List.of(), Map.of(), null), false))
				.hasSize(START.length() + 1)
				.contains(level.name());
		}
	}

	@Test
	void quotesWhatWouldReadAsSomethingElse() {
		Map<String, String> context = new LinkedHashMap<>();
		context.put("plain", "a-b/c:d");
		context.put("empty", "");
		context.put("space", "a b");
		context.put("quote", "say \"x\"");
		context.put("pair", "a=b");
		context.put("lines", "a\nb");
		assertThat(format(message("m", context), false)).isEqualTo(START
				+ "m plain=a-b/c:d empty=\"\" space=\"a b\" quote=\"say \\\"x\\\"\" pair=\"a=b\" lines=\"a\\nb\"");
	}

	@Test
	void separatesLinesByCarriageReturnsOnLambda() {
		assertThat(format(message("a\nb\r\nc\rd\n\ne", Map.of()), true)).isEqualTo(START + "a\rb\rc\rd\r\re");
	}

	@Test
	void leavesLineFeedsElsewhere() {
		assertThat(format(message("a\nb\r\nc", Map.of()), false)).isEqualTo(START + "a\nb\r\nc");
	}

	@Test
	void writesFieldsBeforeTheContext() {
		LogRecord logRecord = new LogRecord(0, Level.INFO, "l", "t", "m", List.of(new KeyValuePair("b", 1)),
				Map.of("a", "2"), null);
		assertThat(format(logRecord, false)).isEqualTo(START + "m b=1 a=2");
	}

	private static LogRecord message(String message, Map<String, String> context) {
		return new LogRecord(0, Level.INFO, "l", "t", message, List.of(), context, null);
	}

	private static String format(LogRecord logRecord, boolean returns) {
		StringBuilder target = new StringBuilder();
		TextFormat.append(target, logRecord, returns);
		return target.toString();
	}

}
