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

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonFormat}, read back by Jackson, which refuses repeated names.
 */
class JsonFormatUnitTests {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.disable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
		.build();

	@Property
	void anyStringsComeBackAsTheyWere(@ForAll("strings") String message, @ForAll("strings") String logger,
			@ForAll("strings") String thread, @ForAll("strings") String value) throws Exception {
		Map<String, String> context = Map.of("AWSRequestId", value, "custom", value);
		JsonNode node = parse(new LogRecord(0, Level.INFO, logger, thread, message, List.of(), context, null));
		assertThat(node.get("message").asText()).isEqualTo(message);
		assertThat(node.get("logger").asText()).isEqualTo(logger);
		assertThat(node.get("thread").asText()).isEqualTo(thread);
		assertThat(node.get("AWSRequestId").asText()).isEqualTo(value);
		assertThat(node.get("custom").asText()).isEqualTo(value);
	}

	@Property
	void noNameIsLostOrRepeated(@ForAll("names") List<String> fields, @ForAll("names") List<String> context)
			throws Exception {
		List<KeyValuePair> pairs = new ArrayList<>();
		fields.forEach((name) -> pairs.add(new KeyValuePair(name, "field")));
		Map<String, String> mdc = new LinkedHashMap<>();
		context.forEach((name) -> mdc.put(name, "mdc"));
		JsonNode node = parse(new LogRecord(0, Level.INFO, "logger", "thread", "message", pairs, mdc, null));
		List<String> values = new ArrayList<>();
		node.forEach((value) -> values.add(value.asText()));
		assertThat(values.stream().filter("field"::equals)).hasSameSizeAs(pairs);
		assertThat(values.stream().filter("mdc"::equals)).hasSameSizeAs(mdc.entrySet());
		assertThat(node.get("level").asText()).isEqualTo("INFO");
		assertThat(node.get("message").asText()).isEqualTo("message");
	}

	@Property
	void aRecordIsOneLineForWhateverSplitsLines(@ForAll("strings") String message) {
		StringBuilder target = new StringBuilder();
		JsonFormat.append(target, new LogRecord(0, Level.INFO, "l", "t", message, List.of(), Map.of(), null));
		assertThat(target.chars()).noneMatch((c) -> c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029);
		assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(target)).isTrue();
	}

	@Test
	void keepsNumbersAndTruthValues() throws Exception {
		JsonNode node = parse(fields(Map.of("int", 1, "long", Long.MAX_VALUE, "double", 1.5e300, "decimal",
				new BigDecimal("1E+3"), "true", true)));
		assertThat(node.get("int").isInt()).isTrue();
		assertThat(node.get("long").asLong()).isEqualTo(Long.MAX_VALUE);
		assertThat(node.get("double").asDouble()).isEqualTo(1.5e300);
		assertThat(node.get("decimal").decimalValue()).isEqualByComparingTo("1000");
		assertThat(node.get("true").isBoolean()).isTrue();
	}

	@Test
	void writesAsTextWhatJsonHasNoNumberFor() throws Exception {
		JsonNode node = parse(
				fields(Map.of("nan", Double.NaN, "infinite", Float.NEGATIVE_INFINITY, "other", Optional.of(1))));
		assertThat(node.get("nan").asText()).isEqualTo("NaN");
		assertThat(node.get("infinite").asText()).isEqualTo("-Infinity");
		assertThat(node.get("other").asText()).isEqualTo("Optional[1]");
	}

	@Test
	void survivesAFieldWhoseToStringFails() throws Exception {
		Object failing = new Object() {
			@Override
			public String toString() {
				throw new IllegalStateException("no");
			}
		};
		assertThat(parse(fields(Map.of("bad", failing))).get("bad").asText()).contains("toString()",
				"IllegalStateException");
	}

	@Test
	void writesNullForNull() throws Exception {
		Map<String, String> context = new LinkedHashMap<>();
		context.put("empty", null);
		List<KeyValuePair> pairs = List.of(new KeyValuePair(null, null));
		JsonNode node = parse(new LogRecord(0, Level.INFO, "l", "t", null, pairs, context, null));
		assertThat(node.get("message").isNull()).isTrue();
		assertThat(node.get("null").isNull()).isTrue();
		assertThat(node.get("empty").isNull()).isTrue();
	}

	private static LogRecord fields(Map<String, Object> fields) {
		List<KeyValuePair> pairs = new ArrayList<>();
		fields.forEach((name, value) -> pairs.add(new KeyValuePair(name, value)));
		return new LogRecord(0, Level.INFO, "logger", "thread", "message", pairs, Map.of(), null);
	}

	private static JsonNode parse(LogRecord logRecord) throws Exception {
		StringBuilder target = new StringBuilder();
		JsonFormat.append(target, logRecord);
		return MAPPER.readTree(target.toString());
	}

	@Provide
	Arbitrary<String> strings() {
		return Arbitraries.oneOf(Arbitraries.strings().all(), Arbitraries.strings().withCharRange('\0', '\u00ff'),
				Arbitraries.strings().withCharRange('\ud7f0', '\ue00f'),
				Arbitraries.strings().withChars("\"\\/\b\f\n\r\t\u2028\u2029\u0085"));
	}

	@Provide
	Arbitrary<List<String>> names() {
		return Arbitraries
			.of("timestamp", "level", "message", "logger", "thread", "errorType", "errorMessage", "stackTrace",
					"level_", "a", "a_", "a__", "")
			.list()
			.ofMaxSize(8);
	}

}
