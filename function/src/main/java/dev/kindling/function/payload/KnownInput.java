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

package dev.kindling.function.payload;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.InvalidPayloadException;
import dev.kindling.types.TypeNames;

/**
 * Refuses an object that a type knows no property of: it would arrive empty, and be
 * answered with success. Usually the first property is known, and that is all that is
 * looked at.
 */
final class KnownInput {

	private static final int LISTED = 20;

	private static final int LONGEST = 64;

	private final TypeProperties properties;

	private final JsonFactory factory;

	private final String typeName;

	KnownInput(Type type, ObjectMapper mapper) {
		this.properties = new TypeProperties(type, mapper);
		this.factory = mapper.getFactory();
		this.typeName = TypeNames.of(type);
	}

	/**
	 * Looks at an object, or at those in an array.
	 * @param json what is going to be read
	 * @param what what that is, for the message of a failure
	 * @throws InvalidPayloadException if an object has properties, but none that the type
	 * knows
	 */
	void check(byte[] json, String what) {
		if (!this.properties.isKnown()) {
			return;
		}
		try (JsonParser parser = this.factory.createParser(json)) {
			JsonToken token = parser.nextToken();
			if (token == JsonToken.START_OBJECT) {
				checkObject(parser, what);
			}
			else if (token == JsonToken.START_ARRAY) {
				checkElements(parser, what);
			}
		}
		catch (IOException ex) {
			// Reading says it
		}
	}

	private void checkElements(JsonParser parser, String what) throws IOException {
		int index = 0;
		JsonToken token = parser.nextToken();
		while (token != null && token != JsonToken.END_ARRAY) {
			if (token == JsonToken.START_OBJECT) {
				checkObject(parser, what + "'s element " + index);
				while (parser.currentToken() == JsonToken.FIELD_NAME) {
					parser.nextToken();
					parser.skipChildren();
					parser.nextToken();
				}
			}
			else {
				parser.skipChildren();
			}
			token = parser.nextToken();
			index++;
		}
	}

	private void checkObject(JsonParser parser, String what) throws IOException {
		List<String> found = new ArrayList<>(4);
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			if (this.properties.declares(name)) {
				return;
			}
			found.add(name);
			parser.nextToken();
			parser.skipChildren();
		}
		if (!found.isEmpty() && parser.currentToken() == JsonToken.END_OBJECT
				&& found.stream().noneMatch(this.properties::takes)) {
			throw new InvalidPayloadException(JsonFailures.MISMATCH,
					what + " has no property of " + this.typeName + ", which would arrive empty. It has " + list(found)
							+ "; " + this.typeName + " has " + list(List.copyOf(this.properties.names())));
		}
	}

	private static String list(List<String> names) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < Math.min(names.size(), LISTED); i++) {
			String name = names.get(i);
			text.append((i > 0) ? ", " : "")
				.append('\'')
				.append((name.length() > LONGEST) ? name.substring(0, LONGEST) + "..." : name)
				.append('\'');
		}
		return ((names.size() > LISTED) ? text.append(" and ").append(names.size() - LISTED).append(" more") : text)
			.toString();
	}

}
