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
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvokeResult;

/**
 * What a function answered, as its file has it. The body of an HTTP response is JSON
 * within a text; here it is JSON, and so are its differences.
 */
public final class RecordedAnswer {

	static final String FAILED = "failed";

	static final String ANSWER = "answer";

	static final String JSON_BODY = "jsonBody";

	private static final String BODY = "body";

	private RecordedAnswer() {
	}

	/**
	 * Takes an answer apart.
	 * @param result an answer or an error
	 * @return {@code answer}, {@code answerText} or {@code answerBase64}; {@code failed}
	 * after an error; {@code jsonBody} if the body of an HTTP response has been read as
	 * JSON
	 */
	public static ObjectNode of(InvokeResult result) {
		ObjectNode node = RecordJson.MAPPER.createObjectNode();
		if (result.isError()) {
			node.put(FAILED, true);
		}
		RecordedContent.put(node, ANSWER, result.payload());
		if (node.path(ANSWER) instanceof ObjectNode response && response.path("statusCode").isNumber()
				&& response.path(BODY).isTextual() && !response.path("isBase64Encoded").asBoolean()) {
			JsonNode body = RecordJson.parseContainer(response.path(BODY).asText());
			if (body != null) {
				node.put(JSON_BODY, true);
				response.set(BODY, body);
			}
		}
		return node;
	}

}
