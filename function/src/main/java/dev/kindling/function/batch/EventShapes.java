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

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.function.payload.EventTrees;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the events that are no batches, by all their marks together.
 */
final class EventShapes {

	private EventShapes() {
	}

	static boolean isEventBridge(JsonNode event) {
		JsonNode detail = event.path("detail");
		return (detail.isObject() || detail.isTextual()) && event.path("detail-type").isTextual()
				&& event.path("source").isTextual() && event.path("id").isTextual() && event.path("time").isTextual();
	}

	/**
	 * The detail of an event of EventBridge. The Scheduler sends it as text.
	 */
	static JsonNode detail(JsonNode event, EventTrees trees) {
		JsonNode detail = event.path("detail");
		JsonNode object = detail.isTextual() ? trees.object(detail.textValue().getBytes(StandardCharsets.UTF_8)) : null;
		return (object != null) ? object : detail;
	}

	/**
	 * A notification of a topic, as it is in a queue.
	 */
	static boolean isSnsMessage(JsonNode event) {
		return event.path("Type").asText().equals("Notification") && event.path("TopicArn").isTextual()
				&& event.path("MessageId").isTextual() && event.path("Message").isTextual();
	}

	/**
	 * What S3 sends when a notification is set up.
	 */
	static boolean isTestOfS3(JsonNode event) {
		return event.path("Event").asText().equals("s3:TestEvent") && event.path("Service").isTextual()
				&& event.path("Bucket").isTextual();
	}

	static boolean isCognitoTrigger(JsonNode event) {
		return event.path("triggerSource").isTextual() && event.path("userPoolId").isTextual()
				&& event.path("request").isObject();
	}

	/**
	 * What AppSync sends to have a field resolved.
	 */
	static boolean isResolverRequest(@Nullable JsonNode event) {
		return event != null && event.path("info").path("fieldName").isTextual()
				&& event.path("info").path("parentTypeName").isTextual() && event.path("arguments").isObject();
	}

	static boolean isResolverBatch(JsonNode event) {
		if (!event.isArray() || event.isEmpty()) {
			return false;
		}
		for (JsonNode element : event) {
			if (!isResolverRequest(element)) {
				return false;
			}
		}
		return true;
	}

}
