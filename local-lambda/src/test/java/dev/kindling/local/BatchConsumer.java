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

package dev.kindling.local;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Handles batches of queues and streams, in the function's process. What a record says of
 * itself fails that often; what says {@code all} fails its batch with it.
 */
final class BatchConsumer {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private static final Map<String, Integer> ATTEMPTS = new HashMap<>();

	private BatchConsumer() {
	}

	static byte[] answer(JsonNode event) throws Exception {
		ObjectNode answer = MAPPER.createObjectNode();
		ArrayNode failures = answer.putArray("batchItemFailures");
		for (JsonNode record : event.path("Records")) {
			boolean stream = record.has("dynamodb");
			String id = stream ? record.at("/dynamodb/SequenceNumber").asText() : record.path("messageId").asText();
			JsonNode item = stream ? MAPPER.readTree(record.at("/dynamodb/NewImage/body/S").asText())
					: MAPPER.readTree(record.path("body").asText());
			int attempt = ATTEMPTS.merge(id, 1, Integer::sum);
			if (attempt > item.path("fail").asInt()) {
				System.out.println("handled " + item.path("n").asInt());
			}
			else if (item.path("all").asBoolean()) {
				return "no report".getBytes();
			}
			else {
				failures.addObject().put("itemIdentifier", id);
				if (stream) {
					break;
				}
			}
			if (item.path("show").asBoolean()) {
				System.out.println("record " + record);
			}
		}
		return MAPPER.writeValueAsBytes(answer);
	}

}
