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

package dev.kindling.dynamodb.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InvocationTimeUnitTests {

	@ParameterizedTest
	@CsvSource({ "900000, 899500", "8000, 7500", "3000, 2700", "1000, 900", "200, 150", "60, 10" })
	void aCallLeavesTheFunctionTimeToSayThatItFailed(long untilDeadline, long call) {
		assertThat(InvocationTime.callMillis(untilDeadline)).isEqualTo(call);
	}

	@ParameterizedTest
	@CsvSource({ "51", "50", "1", "0", "-1000" })
	void aCallAtTheDeadlineEndsAtOnce(long untilDeadline) {
		assertThat(InvocationTime.callMillis(untilDeadline)).isOne();
	}

	@Test
	void aCallOutsideOfAnInvocationIsNotLimited() {
		assertThat(InvocationTime.leftMillis()).isEqualTo(InvocationTime.UNLIMITED);
	}

}
