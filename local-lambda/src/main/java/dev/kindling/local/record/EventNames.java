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

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Names a file by what its event is.
 */
final class EventNames {

	private static final int MAX_LENGTH = 60;

	private EventNames() {
	}

	/**
	 * Names an event.
	 * @param event any JSON
	 * @return such as {@code POST-orders} or {@code sqs-2-records}, safe as a part of a
	 * file's name
	 */
	static String of(JsonNode event) {
		String name = safe(describe(event));
		return name.isEmpty() ? "event" : name;
	}

	private static String describe(JsonNode event) {
		JsonNode http = event.path("requestContext").path("http");
		if (http.path("method").isTextual()) {
			return http.path("method").asText() + "-" + event.path("rawPath").asText(http.path("path").asText());
		}
		if (event.path("httpMethod").isTextual()) {
			return event.path("httpMethod").asText() + "-" + event.path("path").asText();
		}
		if (event.path("requestContext").path("connectionId").isTextual()) {
			return "websocket-" + event.path("requestContext").path("routeKey").asText();
		}
		if (event.path("Records").path(0).isObject()) {
			int count = event.path("Records").size();
			return source(event.path("Records").path(0)) + "-" + count + ((count == 1) ? "-record" : "-records");
		}
		if (event.path("detail-type").isTextual()) {
			return event.path("detail-type").asText();
		}
		if (event.path("triggerSource").isTextual()) {
			return event.path("triggerSource").asText();
		}
		return event.path("eventSource").isTextual() ? source(event) : "event";
	}

	private static String source(JsonNode record) {
		String source = record.path("eventSource").asText(record.path("EventSource").asText());
		return source.startsWith("aws:") ? source.substring("aws:".length()) : source;
	}

	/**
	 * What all file systems take.
	 */
	static String safe(String text) {
		String safe = text.replaceAll("[^A-Za-z0-9._]+", "-").replaceAll("^[-.]+", "");
		safe = (safe.length() > MAX_LENGTH) ? safe.substring(0, MAX_LENGTH) : safe;
		return safe.replaceAll("[-.]+$", "");
	}

}
