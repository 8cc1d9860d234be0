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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that a function reports as failed, in its answer and its event.
 */
final class FailedRecords {

	private FailedRecords() {
	}

	/**
	 * Looks at an answer.
	 * @param event what the function was called with
	 * @param result what it answered
	 * @return those that failed; none if it isn't an answer to a batch
	 */
	static List<Found> of(byte[] event, InvokeResult result) {
		if (result.isError() || !mayTell(result.payload())) {
			return List.of();
		}
		JsonNode answer = read(result.payload());
		if (answer == null) {
			return List.of();
		}
		List<Found> failed = new ArrayList<>();
		JsonNode sent = null;
		for (JsonNode failure : answer.path("batchItemFailures")) {
			sent = (sent != null) ? sent : read(event);
			String id = failure.path("itemIdentifier").asText();
			failed.add(new Found(id, null, find(sent, id)));
		}
		for (String list : List.of("records", "results")) {
			for (JsonNode each : answer.path(list)) {
				String outcome = each.path("result").asText(each.path("resultCode").asText());
				if (outcome.endsWith("Failed") || outcome.endsWith("Failure")) {
					sent = (sent != null) ? sent : read(event);
					String id = each.path("recordId").asText(each.path("taskId").asText());
					failed.add(new Found(id, outcome, find(sent, id)));
				}
			}
		}
		return failed;
	}

	/**
	 * Most answers are none to a batch, and needn't be read.
	 */
	private static boolean mayTell(byte[] answer) {
		String begin = new String(answer, 0, Math.min(answer.length, 200), StandardCharsets.ISO_8859_1);
		return begin.contains("batchItemFailures") || begin.contains("recordId") || begin.contains("results");
	}

	private static @Nullable JsonNode find(@Nullable JsonNode event, String id) {
		if (event == null) {
			return null;
		}
		for (String list : List.of("Records", "records", "tasks")) {
			for (JsonNode each : event.path(list)) {
				if (id.equals(each.path("messageId").asText()) || id.equals(each.path("recordId").asText())
						|| id.equals(each.path("taskId").asText())
						|| id.equals(each.path("kinesis").path("sequenceNumber").asText())
						|| id.equals(each.path("dynamodb").path("SequenceNumber").asText())) {
					return each;
				}
			}
		}
		return null;
	}

	private static @Nullable JsonNode read(byte[] json) {
		try {
			return Json.MAPPER.readTree(json);
		}
		catch (IOException ex) {
			return null;
		}
	}

	/**
	 * A record that failed.
	 *
	 * @param id what the function reported
	 * @param reason why, as far as it said so
	 * @param content the record; {@code null} if the event has none of this id
	 */
	record Found(String id, @Nullable String reason, @Nullable JsonNode content) {

	}

}
