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

package dev.kindling.function.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.function.payload.EventTrees;

/**
 * Unzips what CloudWatch Logs sends to a subscriber.
 */
final class LogsContent {

	private LogsContent() {
	}

	/**
	 * Unzips the log data of an event.
	 * @return the data; without lines, if it is but a sign of life
	 * @throws IllegalArgumentException if that isn't zipped as CloudWatch Logs does
	 */
	static JsonNode of(JsonNode event, EventTrees trees) {
		byte[] zipped = Base64.getDecoder().decode(event.path("awslogs").path("data").asText());
		try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
			JsonNode content = trees.read(stream.readAllBytes());
			if (content.path("messageType").asText().equals("CONTROL_MESSAGE")) {
				ObjectNode none = JsonNodeFactory.instance.objectNode();
				none.set("logEvents", JsonNodeFactory.instance.arrayNode());
				return none;
			}
			return content;
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("The log data isn't zipped");
		}
	}

}
