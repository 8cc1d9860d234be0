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

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kindling.function.payload.AwsRules;
import dev.kindling.function.payload.LambdaEvents;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that a function itself reports as failed.
 */
final class ReportedFailures {

	static final String NAME = "batchItemFailures";

	private final ObjectMapper mapper;

	private final AwsRules rules;

	ReportedFailures(ObjectMapper mapper) {
		this.mapper = mapper;
		this.rules = new AwsRules(mapper);
	}

	/**
	 * Finds them in what is in a result: of a class of AWS, a map, a tree, or a type of
	 * the application's with that property, whatever naming strategy it has.
	 * @return the failures; empty if there are none
	 */
	JsonNode of(@Nullable Object result) {
		Object payload = (result instanceof Optional<?> optional) ? optional.orElse(null) : result;
		if (payload instanceof JsonNode tree) {
			return tree.path(NAME);
		}
		if (payload instanceof Map<?, ?> map) {
			return of(map);
		}
		if (payload == null || !this.rules.names(payload.getClass()).contains(NAME)) {
			return MissingNode.getInstance();
		}
		ObjectMapper writer = LambdaEvents.isEvent(payload.getClass())
				? LambdaEvents.mapper(payload.getClass(), this.mapper) : this.rules.mapper();
		return tree(payload, writer).path(NAME);
	}

	/**
	 * A map with other keys, which may refuse to compare them with a text, has none.
	 */
	private JsonNode of(Map<?, ?> map) {
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			if (NAME.equals(entry.getKey()) && entry.getValue() != null) {
				return tree(entry.getValue(), this.rules.mapper());
			}
		}
		return MissingNode.getInstance();
	}

	private static JsonNode tree(Object value, ObjectMapper mapper) {
		return mapper.valueToTree(value);
	}

}
