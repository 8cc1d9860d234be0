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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HttpRequestUnitTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "/a b", "/a\r\nHost: other", "/ä", "/\0", "/\u010a" })
	void refusesTargetsThatAreNotEncoded(String target) {
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpRequest("GET", target, HttpHeaders.empty()))
			.withMessageContaining("request target");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GET ", "GE\nT" })
	void refusesMethodsThatAreNoToken(String method) {
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpRequest(method, "/", HttpHeaders.empty()))
			.withMessageContaining("method");
	}

	@Test
	void refusesLimitsThatAreTooSmall() {
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpLimits(1024, 0, 1, 8192))
			.withMessage("maxHeaders is 0, but must be at least 1");
	}

}
