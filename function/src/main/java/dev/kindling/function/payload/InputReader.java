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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.kindling.function.InvalidPayloadException;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.types.GenericTypes;
import dev.kindling.types.TypeNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a function takes. What Jackson needs for it is prepared when the reader is
 * made, while the function starts.
 */
public final class InputReader {

	private final Kind kind;

	private final String typeName;

	private final @Nullable Type type;

	private final @Nullable ObjectReader reader;

	private final boolean many;

	private final @Nullable ObjectReader listReader;

	private final @Nullable KnownInput known;

	private InputReader(Kind kind, @Nullable Type element, boolean many, @Nullable ObjectReader reader,
			@Nullable ObjectReader listReader, @Nullable KnownInput known) {
		this.known = known;
		this.kind = kind;
		this.typeName = TypeNames.of(element);
		this.type = (many && element != null) ? GenericTypes.parameterized(List.class, element) : element;
		this.many = many;
		this.reader = reader;
		this.listReader = listReader;
	}

	public static InputReader of(@Nullable Type type, ObjectMapper mapper) {
		return of(type, mapper, true);
	}

	/**
	 * A reader of one value.
	 * @param refusesUnknown whether an object is refused that the type knows no property
	 * of
	 */
	public static InputReader of(@Nullable Type type, ObjectMapper mapper, boolean refusesUnknown) {
		Kind kind = Kind.of(type);
		return new InputReader(kind, type, false, reader(kind, type, mapper), null,
				known(kind, type, mapper, refusesUnknown));
	}

	/**
	 * A reader of lists. An array is as many elements, unless an element can be an array
	 * itself; everything else is one.
	 */
	public static InputReader ofMany(@Nullable Type element, ObjectMapper mapper, boolean refusesUnknown) {
		Kind kind = Kind.of(element);
		Type list = (element != null && isNoArray(element, kind)) ? GenericTypes.parameterized(List.class, element)
				: null;
		return new InputReader(kind, element, true, reader(kind, element, mapper), reader(kind, list, mapper),
				known(kind, element, mapper, refusesUnknown));
	}

	private static @Nullable KnownInput known(Kind kind, @Nullable Type type, ObjectMapper mapper, boolean refuses) {
		return (type != null && refuses && (kind == Kind.VALUE || kind == Kind.EVENT))
				? new KnownInput(type, LambdaEvents.mapper(type, mapper)) : null;
	}

	private static boolean isNoArray(Type element, Kind kind) {
		Class<?> raw = FunctionTypes.raw(element);
		return switch (kind) {
			case TEXT -> true;
			case JSON -> Map.class.isAssignableFrom(raw);
			case VALUE -> !raw.isArray() && !Collection.class.isAssignableFrom(raw);
			default -> false;
		};
	}

	private static @Nullable ObjectReader reader(Kind kind, @Nullable Type type, ObjectMapper mapper) {
		if (type == null || !kind.usesJackson) {
			return null;
		}
		ObjectMapper reading = LambdaEvents.mapper(type, mapper);
		return strict(reading.readerFor(reading.getTypeFactory().constructType(type)));
	}

	/**
	 * A key twice or something after the end is a mistake, or an attack on whoever reads
	 * it differently.
	 */
	public static ObjectReader strict(ObjectReader reader) {
		return reader.with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
	}

	/**
	 * What is taken.
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * What is read, or {@code null} if nothing.
	 */
	public @Nullable Type type() {
		return this.type;
	}

	/**
	 * Whether a list is read.
	 */
	public boolean isMany() {
		return this.many;
	}

	/**
	 * Reads an input.
	 * @param json the event, or its payload
	 * @param what what that is, for the message of a failure
	 * @throws InvalidPayloadException if it doesn't fit the type
	 */
	public @Nullable Object read(byte[] json, String what) {
		if (this.listReader != null && startsWith(json, '[')) {
			return readJson(json, what, this.listReader);
		}
		Object value = readOne(json, what);
		return (this.many && value != null) ? List.of(value) : value;
	}

	private @Nullable Object readOne(byte[] json, String what) {
		return switch (this.kind) {
			case NONE -> null;
			case BYTES -> json;
			case STREAM -> new ByteArrayInputStream(json);
			case TEXT -> text(json, what);
			default -> readJson(json, what, this.reader);
		};
	}

	private String text(byte[] json, String what) {
		if (this.reader == null || !startsWith(json, '"')) {
			return new String(json, StandardCharsets.UTF_8);
		}
		return (String) readJson(json, what, this.reader);
	}

	private static boolean startsWith(byte[] json, char first) {
		int start = 0;
		while (start < json.length && json[start] <= ' ' && json[start] >= 0) {
			start++;
		}
		return start < json.length && json[start] == first;
	}

	private Object readJson(byte[] json, String what, @Nullable ObjectReader jackson) {
		if (json.length == 0) {
			if (this.type != null && FunctionTypes.raw(this.type) == Optional.class) {
				return Optional.empty();
			}
			throw new InvalidPayloadException(JsonFailures.MALFORMED,
					what + " is empty, but the function takes a " + this.typeName);
		}
		if (this.known != null) {
			this.known.check(json, what);
		}
		try {
			Object value = (jackson != null) ? jackson.readValue(json) : null;
			if (value == null) {
				throw new InvalidPayloadException(JsonFailures.MISMATCH,
						what + " is null, but the function takes a " + this.typeName);
			}
			if (value instanceof Map<?, ?> map && map.values().stream().anyMatch(InputReader::isAttributeWithoutType)) {
				throw new InvalidPayloadException(JsonFailures.MISMATCH,
						what + " isn't an item of DynamoDB, but the function takes a " + this.typeName
								+ ". For changes of a table take DynamodbEvent, a record of it, or the entity.");
			}
			return value;
		}
		catch (JsonProcessingException ex) {
			throw JsonFailures.reading(what, this.typeName, ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * AWS's class takes anything for an attribute, a list of records too.
	 */
	private static boolean isAttributeWithoutType(@Nullable Object value) {
		return value != null && value.getClass().getSimpleName().equals("AttributeValue")
				&& LambdaEvents.isEvent(value.getClass()) && value.toString().equals("{}");
	}

	/**
	 * What a function takes, as far as it matters where that comes from.
	 */
	public enum Kind {

		/** Nothing. */
		NONE(false, true),

		/** The bytes of the event. */
		BYTES(true, false),

		/** The text of the event. */
		TEXT(true, true),

		/** The event, to be read by the function. */
		STREAM(true, false),

		/** Any JSON. */
		JSON(true, true),

		/** A class for an event of AWS. */
		EVENT(true, true),

		/** A class of the application. */
		VALUE(false, true);

		private final boolean wholeEvent;

		private final boolean usesJackson;

		Kind(boolean wholeEvent, boolean usesJackson) {
			this.wholeEvent = wholeEvent;
			this.usesJackson = usesJackson;
		}

		/**
		 * Whether the function sees the event as it came, envelope included.
		 */
		public boolean takesWholeEvent() {
			return this.wholeEvent;
		}

		public static Kind of(@Nullable Type type) {
			if (type == null || type == Void.class) {
				return NONE;
			}
			Class<?> raw = FunctionTypes.raw(type);
			if (raw == byte[].class) {
				return BYTES;
			}
			if (raw == String.class || raw == CharSequence.class) {
				return TEXT;
			}
			if (raw == InputStream.class) {
				return STREAM;
			}
			if (raw == Object.class || Map.class.isAssignableFrom(raw) || TreeNode.class.isAssignableFrom(raw)
					|| JsonNode.class.isAssignableFrom(raw)) {
				return JSON;
			}
			return LambdaEvents.isEvent(raw) ? EVENT : VALUE;
		}

	}

}
