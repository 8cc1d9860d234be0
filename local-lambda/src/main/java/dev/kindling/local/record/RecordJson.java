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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON without loss: numbers keep their digits.
 */
final class RecordJson {

	static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private static final ObjectWriter PRETTY = MAPPER.writer(printer());

	private RecordJson() {
	}

	/**
	 * The same lines on all systems.
	 */
	private static DefaultPrettyPrinter printer() {
		DefaultIndenter lines = new DefaultIndenter("  ", "\n");
		return new DefaultPrettyPrinter()
			.withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
			.withObjectIndenter(lines)
			.withArrayIndenter(lines);
	}

	static String pretty(JsonNode tree) {
		try {
			return PRETTY.writeValueAsString(tree);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A tree can't be written", ex);
		}
	}

	/**
	 * Reads JSON.
	 * @return {@code null} if it is none
	 */
	static @Nullable JsonNode parse(byte[] bytes) {
		try {
			JsonNode tree = MAPPER.readTree(bytes);
			return tree.isMissingNode() ? null : tree;
		}
		catch (IOException ex) {
			return null;
		}
	}

	/**
	 * Reads an object or an array that is held by a text.
	 * @return {@code null} if the text is something else
	 */
	static @Nullable JsonNode parseContainer(String text) {
		String stripped = text.strip();
		if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
			return null;
		}
		return parse(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Changes what a tree holds, but not the tree itself.
	 * @param change gets a property's name and value, or a value of an array without a
	 * name, and gives what stands in its place
	 * @return a copy of an object or an array; anything else as it is
	 */
	static JsonNode mapChildren(JsonNode node, BiFunction<@Nullable String, JsonNode, JsonNode> change) {
		if (node instanceof ObjectNode object) {
			ObjectNode changed = object.objectNode();
			object.properties()
				.forEach((field) -> changed.set(field.getKey(), change.apply(field.getKey(), field.getValue())));
			return changed;
		}
		if (node instanceof ArrayNode array) {
			ArrayNode changed = array.arrayNode();
			array.forEach((element) -> changed.add(change.apply(null, element)));
			return changed;
		}
		return node;
	}

	/**
	 * Reads text.
	 * @return {@code null} if the bytes are none
	 */
	static @Nullable String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
