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

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvokeRequest;
import org.jspecify.annotations.Nullable;

/**
 * An event, and what its caller sent with it.
 */
final class RecordedRequest {

	private static final String EVENT = "event";

	private static final String CLIENT_CONTEXT = "clientContext";

	private static final String COGNITO_IDENTITY = "cognitoIdentity";

	private static final String TRACE_ID = "traceId";

	private static final String TENANT_ID = "tenantId";

	private RecordedRequest() {
	}

	static ObjectNode of(InvokeRequest request) {
		ObjectNode node = RecordJson.MAPPER.createObjectNode();
		RecordedContent.put(node, EVENT, (request.payload().length > 0) ? request.payload() : new byte[] { '{', '}' });
		putJson(node, CLIENT_CONTEXT, request.clientContext());
		putJson(node, COGNITO_IDENTITY, request.cognitoIdentity());
		putText(node, TRACE_ID, request.traceId());
		putText(node, TENANT_ID, request.tenantId());
		return node;
	}

	private static void putJson(ObjectNode node, String name, @Nullable String json) {
		if (json != null) {
			JsonNode tree = RecordJson.parseContainer(json);
			node.set(name, (tree != null) ? tree : node.textNode(json));
		}
	}

	private static void putText(ObjectNode node, String name, @Nullable String text) {
		if (text != null) {
			node.put(name, text);
		}
	}

	/**
	 * What is sent again.
	 * @throws IllegalArgumentException if there is no event
	 */
	static InvokeRequest read(ObjectNode node) {
		byte[] event = RecordedContent.get(node, EVENT);
		if (event == null) {
			throw new IllegalArgumentException("There is no \"event\"");
		}
		return new InvokeRequest(event, json(node, CLIENT_CONTEXT), json(node, COGNITO_IDENTITY), text(node, TRACE_ID),
				text(node, TENANT_ID));
	}

	private static @Nullable String json(ObjectNode node, String name) {
		JsonNode tree = node.path(name);
		return tree.isContainerNode() ? tree.toString() : text(node, name);
	}

	private static @Nullable String text(ObjectNode node, String name) {
		return node.path(name).asText(null);
	}

	/**
	 * All that the function can find in it, as text.
	 */
	static String text(ObjectNode node) {
		StringBuilder text = new StringBuilder(node.toString());
		byte[] other = node.has(EVENT) ? null : RecordedContent.get(node, EVENT);
		if (other != null) {
			text.append(new String(other, StandardCharsets.UTF_8));
		}
		Base64Text.all(node).forEach((decoded) -> text.append('\n').append(decoded));
		return text.toString();
	}

}
