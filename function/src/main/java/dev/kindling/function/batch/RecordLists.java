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

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.call.BoundFunction;
import dev.kindling.function.call.Messages;
import dev.kindling.function.call.RecordInput;
import dev.kindling.function.payload.EventTrees;
import dev.kindling.function.payload.InputReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a function of a list takes: one call with all records of a batch.
 */
final class RecordLists {

	private final Class<?> raw;

	private final Class<?> element;

	private final boolean ofMessages;

	private final boolean inMessage;

	private final RecordReader reader;

	private final EventTrees trees;

	private RecordLists(Class<?> raw, Type element, boolean ofMessages, boolean inMessage, RecordReader reader,
			EventTrees trees) {
		this.raw = raw;
		this.element = FunctionTypes.raw(element);
		this.ofMessages = ofMessages;
		this.inMessage = inMessage;
		this.reader = reader;
		this.trees = trees;
	}

	/**
	 * Makes the lists for a function.
	 * @return {@code null} if it takes no list
	 */
	static @Nullable RecordLists of(BoundFunction function, ObjectMapper mapper, EventTrees trees, ItemReaders items,
			boolean refusesUnknown) {
		Type type = function.input().type();
		if (type == null || function.input().isMany()) {
			return null;
		}
		Class<?> raw = FunctionTypes.raw(type);
		Type element = element(type, raw);
		if (element == null) {
			return null;
		}
		boolean ofMessages = BoundFunction.MESSAGING && Messages.isMessage(FunctionTypes.raw(element));
		Type payload = ofMessages ? FunctionTypes.argument(element) : element;
		RecordReader reader = new RecordReader(InputReader.ofMany(payload, mapper, refusesUnknown), payload, mapper,
				trees, items);
		return new RecordLists(raw, element, ofMessages, function.takesMessage(), reader, trees);
	}

	private static @Nullable Type element(Type type, Class<?> raw) {
		if (raw.isAssignableFrom(ArrayList.class) && raw != Object.class && Iterable.class.isAssignableFrom(raw)
				|| raw == Set.class) {
			return FunctionTypes.argument(type);
		}
		if (type instanceof GenericArrayType array) {
			return array.getGenericComponentType();
		}
		return (raw.isArray() && raw != byte[].class) ? raw.getComponentType() : null;
	}

	/**
	 * Reads the elements in a record, of which there are several if it holds an array.
	 */
	List<Object> read(BatchRecord item, Map<String, Object> context) {
		List<Object> elements = new ArrayList<>();
		for (Object value : this.reader.read(item)) {
			add(value, context, BoundFunction.MESSAGING ? () -> RecordHeaders.of(item, this.trees) : Map::of, elements);
		}
		return elements;
	}

	/**
	 * Reads what a resolver takes.
	 */
	List<Object> arguments(JsonNode request, Map<String, Object> context) {
		List<Object> elements = new ArrayList<>();
		add(this.reader.arguments(request), context,
				BoundFunction.MESSAGING ? () -> RecordHeaders.of(request) : Map::of, elements);
		return elements;
	}

	private void add(Object value, Map<String, Object> context, Supplier<Map<String, Object>> headers,
			List<Object> elements) {
		List<?> values = (value instanceof List<?> list) ? list : Collections.singletonList(value);
		for (Object each : values) {
			elements.add((BoundFunction.MESSAGING && this.ofMessages) ? Messages.ofRecord(each, context, headers.get())
					: each);
		}
	}

	/**
	 * Makes the list.
	 */
	Object of(List<Object> elements) {
		Object list = elements;
		if (this.raw == Set.class) {
			list = new LinkedHashSet<>(elements);
		}
		else if (this.raw.isArray()) {
			list = Array.newInstance(this.element, elements.size());
			for (int i = 0; i < elements.size(); i++) {
				Array.set(list, i, elements.get(i));
			}
		}
		return this.inMessage ? new RecordInput(list, Map.of()) : list;
	}

}
