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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Text that events and answers hold as base64: the body of an HTTP request whose media
 * type isn't text, such as a form, records of Kafka and Kinesis, attributes of messages.
 * It is told by what it is, as each source has other names for it.
 *
 * @param text what has been encoded
 * @param charset of the bytes; Latin-1 for those that are no UTF-8, which takes any
 */
record Base64Text(String text, Charset charset) {

	/** What is shorter holds no credential with its name. */
	private static final int MIN_LENGTH = 8;

	/**
	 * Decodes a text.
	 * @return {@code null} if it isn't base64
	 */
	static @Nullable Base64Text decode(String encoded) {
		if (encoded.length() < MIN_LENGTH) {
			return null;
		}
		try {
			byte[] bytes = Base64.getDecoder().decode(encoded);
			String text = RecordJson.text(bytes);
			return (text != null) ? new Base64Text(text, StandardCharsets.UTF_8)
					: new Base64Text(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Changes what has been encoded.
	 * @return {@code encoded} as it is, if nothing changes within
	 */
	static String change(String encoded, UnaryOperator<String> change) {
		Base64Text decoded = decode(encoded);
		if (decoded == null) {
			return encoded;
		}
		String changed = change.apply(decoded.text());
		return changed.equals(decoded.text()) ? encoded
				: Base64.getEncoder().encodeToString(changed.getBytes(decoded.charset()));
	}

	/**
	 * All texts of a tree that are base64 of UTF-8.
	 */
	static List<String> all(JsonNode tree) {
		List<String> found = new ArrayList<>();
		collect(tree, found);
		return found;
	}

	private static void collect(JsonNode tree, List<String> found) {
		Base64Text decoded = tree.isTextual() ? decode(tree.asText()) : null;
		if (decoded != null && decoded.charset() == StandardCharsets.UTF_8) {
			found.add(decoded.text());
		}
		tree.forEach((child) -> collect(child, found));
	}

}
