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

package dev.kindling.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.kindling.local.invoke.InvocationReport;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.workbench.Secrets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is kept of a load test.
 */
class HistoryUnitTests {

	private final History history = new History(Secrets.of(Map.of()));

	private ArrayNode add(int number, byte[] event) {
		String id = "r-" + number;
		InvokeResult result = new InvokeResult(id, "{}".getBytes(StandardCharsets.UTF_8), null, null, List.of("REPORT"),
				new InvocationReport(id, Duration.ofMillis(number), 128, 64, null, null, null));
		return this.history.add("f", Instant.now(), event, result, List.of());
	}

	@Test
	void keepsTheValuesOfTheLastTenThousandAndTheContentsOfTheLastHundreds() {
		int count = History.MAX_INVOCATIONS + 100;
		for (int i = 1; i <= count; i++) {
			add(i, new byte[2]);
		}
		ArrayNode rows = this.history.rows();
		assertThat(rows).hasSize(History.MAX_INVOCATIONS);
		assertThat(rows.get(0).get(0).asInt()).isEqualTo(101);
		assertThat(this.history.find(count).at("/row/0").asInt()).isEqualTo(count);
		assertThat(this.history.find(count - History.MAX_CONTENTS + 1).at("/row/3").asInt())
			.isEqualTo(count - History.MAX_CONTENTS + 1);
		assertThat(this.history.find(count - History.MAX_CONTENTS)).isNull();
		assertThat(this.history.find("r-1")).isNull();
	}

	@Test
	void keepsFewerContentsWhereTheyAreLarge() {
		for (int i = 1; i <= 20; i++) {
			add(i, new byte[6 * 1024 * 1024]);
		}
		assertThat(this.history.find(20)).isNotNull();
		assertThat(this.history.find(11)).isNotNull();
		assertThat(this.history.find(10)).isNull();
	}

	@Test
	void cutsWhatIsTooLongToBeRead() {
		add(1, new byte[6 * 1024 * 1024]);
		assertThat(this.history.find(1).get("event").asText().length()).isLessThan(1024 * 1024);
	}

	@Test
	void keepsAnInvocationOnce() {
		assertThat(add(1, new byte[0])).isNotNull();
		assertThat(add(1, new byte[0])).isNull();
		assertThat(this.history.rows()).hasSize(1);
	}

}
