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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindling.local.workbench.Secrets;

/**
 * JSON as the page shows it: with line breaks, and with all digits of its numbers, which
 * a browser would round.
 */
final class ShownJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter()
		.withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));

	/**
	 * More isn't shown.
	 */
	private static final int MAX_BYTES = 512 * 1024;

	private ShownJson() {
	}

	/**
	 * Shows what may be JSON.
	 * @param bytes an event or an answer
	 * @param secrets what isn't shown of it
	 * @return the text
	 */
	static String of(byte[] bytes, Secrets secrets) {
		String text = secrets.hide((bytes.length > MAX_BYTES) ? text(bytes) : indented(bytes));
		return (text.length() > MAX_BYTES)
				? text.substring(0, MAX_BYTES) + "\n… and " + (text.length() - MAX_BYTES) + " more characters" : text;
	}

	private static String indented(byte[] bytes) {
		try {
			JsonNode tree = MAPPER.readTree(bytes);
			return tree.isMissingNode() ? "" : PRETTY.writeValueAsString(tree);
		}
		catch (IOException ex) {
			return text(bytes);
		}
	}

	static String of(JsonNode tree) {
		try {
			return PRETTY.writeValueAsString(tree);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A tree can't be written", ex);
		}
	}

	private static String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return bytes.length + " bytes that are no text";
		}
	}

}
