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

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which values of an answer another run wouldn't answer again.
 */
class ChangingValuesUnitTests {

	private static final Instant NOW = Instant.parse("2026-11-29T14:30:00Z");

	private static String marked(String event, String answer) {
		ObjectNode taken = MaskedEvents.answer(answer);
		return new ChangingValues(event, NOW).mark(taken).path("answer").toString();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			6f1c2b9e-0f4f-4c52-9a87-3e1d5c7b2a10                                | ${uuid}
			/orders/6f1c2b9e-0f4f-4c52-9a87-3e1d5c7b2a10/items                  | /orders/${uuid}/items
			2026-01-02T03:04:05.678901Z                                         | ${date-time}
			2026-01-02T03:04:05+01:00[Europe/Berlin]                            | ${date-time}
			from 2026-01-02T03:04 to 2026-01-02 03:05:00                        | from ${date-time} to ${date-time}
			Sun, 29 Nov 2026 14:30:00 GMT                                       | ${http-date}
			Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8    | Root=${trace-id}
			01ARZ3NDEKTSV4RRFFQ69G5FAV                                          | ${ulid}
			2026-11-29                                                          | ${date}
			due 2026-11-30                                                      | due ${date}
			1999-12-31                                                          | 1999-12-31
			mamezou                                                             | mamezou
			""")
	void marksWhatLooksLikeIt(String value, String expected) {
		assertThat(marked("{}", "{\"a\":\"" + value + "\"}")).isEqualTo("{\"a\":\"" + expected + "\"}");
		assertThat(MarkedText.matches(expected, value)).isTrue();
	}

	@Test
	void leavesWhatComesFromTheEvent() {
		String id = "6f1c2b9e-0f4f-4c52-9a87-3e1d5c7b2a10";
		String other = "00000000-0f4f-4c52-9a87-3e1d5c7b2a10";
		assertThat(marked("{\"body\":\"{\\\"id\\\":\\\"" + id + "\\\"}\",\"at\":1795962600000}",
				"{\"id\":\"" + id + "\",\"both\":\"" + id + " " + other + "\",\"at\":1795962600000}"))
			.isEqualTo("{\"id\":\"" + id + "\",\"both\":\"" + id + " ${uuid}\",\"at\":1795962600000}");
	}

	@Test
	void marksNumbersThatAreTimesOfThisDay() {
		assertThat(marked("{}", "[1795962600,1795962600.123,1795962600000,1795966200,1700000000,42,0,-1]"))
			.isEqualTo("[\"${number}\",\"${number}\",\"${number}\",\"${number}\",1700000000,42,0,-1]");
	}

	@Test
	void leavesStackTracesOutOfErrorsAndNowhereElse() {
		ObjectNode failed = MaskedEvents
			.answer("{\"errorMessage\":\"m\",\"stackTrace\":[\"a\"],\"cause\":{\"stackTrace\":[\"b\"]}}");
		failed.put("failed", true);
		assertThat(new ChangingValues("{}", NOW).mark(failed).path("answer").toString()).isEqualTo(
				"{\"errorMessage\":\"m\",\"stackTrace\":\"${ignore}\",\"cause\":{\"stackTrace\":\"${ignore}\"}}");
		assertThat(marked("{}", "{\"stackTrace\":[\"a\"]}")).isEqualTo("{\"stackTrace\":[\"a\"]}");
	}

	@Test
	void matchesOnlyWhatAMarkerStandsFor() {
		assertThat(MarkedText.matches("${uuid}", "no uuid")).isFalse();
		assertThat(MarkedText.matches("/orders/${uuid}", "/order/6f1c2b9e-0f4f-4c52-9a87-3e1d5c7b2a10")).isFalse();
		assertThat(MarkedText.matches("a ${any} c", "a \n b c")).isTrue();
		assertThat(MarkedText.matches("a (.*) $1 ${any}", "a (.*) $1 b")).isTrue();
		assertThat(MarkedText.matches("${any}", "")).isTrue();
		assertThat(MarkedText.matches("${unknown}", "x")).isFalse();
	}

}
