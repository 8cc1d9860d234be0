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

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Timestamps}, beside the JDK's formatter.
 */
class TimestampsUnitTests {

	private static final DateTimeFormatter FORMATTER = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	@Property(tries = 5000)
	void writesWhatTheJdkWrites(
			@ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long millis) {
		assertThat(format(millis)).isEqualTo(FORMATTER.format(Instant.ofEpochMilli(millis)));
	}

	@Property(tries = 2000)
	void writesEveryDayOfTheseCenturies(@ForAll @LongRange(min = -36_524, max = 73_048) long day) {
		long midnight = day * 86_400_000;
		for (long millis : new long[] { midnight - 1, midnight }) {
			assertThat(format(millis)).isEqualTo(FORMATTER.format(Instant.ofEpochMilli(millis)));
		}
	}

	private static String format(long millis) {
		StringBuilder target = new StringBuilder();
		Timestamps.append(target, millis);
		return target.toString();
	}

}
