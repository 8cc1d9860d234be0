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

package dev.kindling.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonUnitTests {

	@Property
	void whatIsWrittenIsReadBack(@ForAll String text, @ForAll boolean ascii) {
		JsonWriter json = new JsonWriter(ascii, Integer.MAX_VALUE).raw("{").field("text", text).raw("}");
		String written = new String(json.toBytes(), ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8);
		assertThat(JsonReader.object(written)).isEqualTo(Map.of("text", text));
	}

	@Property
	void aCutStringIsValidAndNotTooLong(@ForAll String text, @ForAll boolean ascii,
			@ForAll @IntRange(min = 24, max = 300) int maxBytes) {
		JsonWriter json = new JsonWriter(ascii, Integer.MAX_VALUE).raw("{\"text\":").string(text, maxBytes).raw("}");
		assertThat(json.length()).isLessThanOrEqualTo("{\"text\":\"\"}".length() + maxBytes);
		Map<String, Object> read = JsonReader.object(json.toString());
		assertThat(read).isNotNull();
		String value = (String) read.get("text");
		assertThat(value.equals(text) || text.startsWith(value.replace(" ... (cut)", ""))).isTrue();
	}

	@Property
	void readingNeverFails(@ForAll String text) {
		JsonReader.object(text);
		JsonReader.object("{" + text);
		JsonReader.object("{\"a\":" + text + "}");
	}

	@Test
	void escapesWhatWouldEndAHeader() {
		String written = new JsonWriter(true, 1000).string("a\r\nInjected: \u0000\u0085\u2028\ud83d\ude00\ud83d", 500)
			.toString();
		assertThat(written).isEqualTo("\"a\\r\\nInjected: \\u0000\\u0085\\u2028\\ud83d\\ude00\\ud83d\"");
	}

	@Test
	void writesFourBytesForASupplementaryCharacterAndAnEscapeForHalfOfOne() {
		byte[] written = new JsonWriter(false, 1000).string("\ud83d\ude00\ude00é€", 500).toBytes();
		assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo("\"\ud83d\ude00\\ude00é€\"");
	}

	@Test
	void saysThatItOverflowedAndKeepsToTheLimit() {
		JsonWriter json = new JsonWriter(false, 10).string("0123456789", 500);
		assertThat(json.overflowed()).isTrue();
		assertThat(json.toBytes()).hasSize(10);
		assertThat(new JsonWriter(false, 12).string("0123456789", 500).overflowed()).isFalse();
	}

	@Test
	void readsAllKindsOfValues() {
		assertThat(JsonReader.object(" { \"a\" : [ 1, -2.5E+3, true, null, [], {} ], \"b\\u0041\" : \"\\/\\n\" } "))
			.containsEntry("a", Arrays.asList("1", "-2.5E+3", "true", null, List.of(), Map.of()))
			.containsEntry("bA", "/\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "\"a\"", "{", "{\"a\"", "{\"a\":}", "{\"a\":1", "{\"a\":1,}", "{a:1}",
			"{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{} x", "{\"a\":\"\n\"}" })
	void whatIsNoObjectIsNone(String text) {
		assertThat(JsonReader.object(text)).isNull();
	}

	@Test
	void givesUpOnDeepNesting() {
		assertThat(JsonReader.object("{\"a\":" + "[".repeat(100_000))).isNull();
	}

}
