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

package dev.kindling.codec;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HttpHeadersUnitTests {

	@Test
	void findsHeadersInAnyCase() {
		HttpHeaders headers = HttpHeaders.of("Content-Type", "a", "X-One", "1", "x-one", "2");
		assertThat(headers.first("content-TYPE")).isEqualTo("a");
		assertThat(headers.all("X-ONE")).containsExactly("1", "2");
		assertThat(headers.first("X-Two")).isNull();
		assertThat(headers.all("X-Two")).isEmpty();
	}

	@Test
	void keepsTheOrderOfLines() {
		List<String> lines = new ArrayList<>();
		HttpHeaders.of("b", "1", "a", "2", "b", "3").forEach((name, value) -> lines.add(name + value));
		assertThat(lines).containsExactly("b1", "a2", "b3");
	}

	@Test
	void setReplacesAllLinesOfThatName() {
		HttpHeaders headers = HttpHeaders.builder().add("A", "1").add("b", "2").add("a", "3").set("a", "4").build();
		assertThat(headers.all("a")).containsExactly("4");
		assertThat(headers.size()).isEqualTo(2);
	}

	@Test
	void takesMoreHeadersThanItReservesRoomFor() {
		HttpHeaders.Builder builder = HttpHeaders.builder();
		for (int i = 0; i < 100; i++) {
			builder.add("n" + i, "v" + i);
		}
		assertThat(builder.build().first("n99")).isEqualTo("v99");
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret\r\nInjected: 1", "secret\nInjected: 1", "secret\rx", "secret\0" })
	void refusesValuesThatEndTheHeaderWithoutTellingThem(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> HttpHeaders.of("X-Token", value))
			.withMessageContaining("'X-Token'")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a:", "a\r\nb", "ä", "a\0", "(a)" })
	void refusesNamesThatAreNoToken(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> HttpHeaders.of(name, "1")).withMessageContaining("token");
	}

	@Test
	void refusesANameWithoutValue() {
		assertThatIllegalArgumentException().isThrownBy(() -> HttpHeaders.of("a", "1", "b"))
			.withMessageContaining("pairs");
	}

	@Test
	void findsTokensOfAList() {
		HttpHeaders headers = HttpHeaders.of("Connection", "keep-alive,\t CLOSE ", "Connection", "x");
		assertThat(headers.lists("connection", "close")).isTrue();
		assertThat(headers.lists("connection", "x")).isTrue();
		assertThat(headers.lists("connection", "keep")).isFalse();
		assertThat(headers.lists("other", "close")).isFalse();
	}

	@Test
	void neverPrintsValues() {
		assertThat(HttpHeaders.of("Authorization", "secret")).hasToString("HttpHeaders[Authorization]");
	}

}
