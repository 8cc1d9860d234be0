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

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kindling.local.workbench.Secrets;

/**
 * Keeps credentials out of files: what is masked by its name in an event, the same values
 * elsewhere in the event and in its answer, and what is a credential of the environment.
 */
final class Masking {

	/** Stands in an event for what was there. */
	static final String MASKED = "masked";

	private final MaskedNames names;

	private final Secrets environment;

	Masking(MaskedNames names, Secrets environment) {
		this.names = names;
		this.environment = environment;
	}

	/**
	 * What is kept of a request.
	 *
	 * @param masked the request without credentials
	 * @param names those that were found
	 * @param values what is to be hidden in the answer, too
	 */
	record Result(ObjectNode masked, Set<String> names, Secrets values) {
	}

	Result maskRequest(ObjectNode request) {
		MaskingWalk walk = new MaskingWalk(this.names);
		JsonNode byName = walk.mask(request);
		Secrets secrets = Secrets.of(walk.values());
		ObjectNode masked = (ObjectNode) texts(byName,
				(text) -> decoded(text, (each) -> this.environment.replace(secrets.replace(each, MASKED), MASKED)));
		return new Result(masked, walk.found(), secrets);
	}

	ObjectNode maskAnswer(ObjectNode answer) {
		return maskAnswer(answer, Secrets.of(List.of()));
	}

	/**
	 * Masks an answer. What is masked in it by its name may be another value in the next
	 * run, and becomes a marker; what comes from the event is masked there, too.
	 */
	ObjectNode maskAnswer(ObjectNode answer, Secrets ofRequest) {
		ObjectNode masked = answer.deepCopy();
		for (String name : RecordedContent.names(RecordedAnswer.ANSWER)) {
			JsonNode content = masked.get(name);
			if (content != null) {
				JsonNode escaped = texts(content, MarkedText::escape);
				JsonNode hidden = texts(escaped, (text) -> decoded(text, (each) -> ofRequest.replace(each, MASKED)));
				JsonNode byName = new MarkingWalk(this.names).mask(hidden);
				masked.set(name, texts(byName, this::markEnvironment));
			}
		}
		return masked;
	}

	private String markEnvironment(String text) {
		String marked = this.environment.replace(text, Marker.ANY.reference());
		Base64Text within = marked.equals(text) ? Base64Text.decode(text) : null;
		boolean found = within != null && !this.environment.replace(within.text(), "").equals(within.text());
		return found ? Marker.ANY.reference() : marked;
	}

	/**
	 * Changes a text, or what it is base64 of.
	 */
	private static String decoded(String text, UnaryOperator<String> change) {
		String changed = change.apply(text);
		return changed.equals(text) ? Base64Text.change(text, change) : changed;
	}

	private static JsonNode texts(JsonNode node, UnaryOperator<String> change) {
		return node.isTextual() ? TextNode.valueOf(change.apply(node.asText()))
				: RecordJson.mapChildren(node, (name, value) -> texts(value, change));
	}

}
