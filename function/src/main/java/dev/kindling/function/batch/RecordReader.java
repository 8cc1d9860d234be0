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

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.bind.GeneratedFunctions;
import dev.kindling.function.payload.EventMarks;
import dev.kindling.function.payload.EventTrees;
import dev.kindling.function.payload.InputReader;
import dev.kindling.function.payload.LambdaEvents;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a function takes of a record: an envelope, if its type is one, else the
 * payload, which may itself be the event of another service.
 */
final class RecordReader {

	private static final int DEEPEST = 4;

	private final InputReader input;

	private final @Nullable EnvelopeTypes types;

	private final EventTrees trees;

	private final ObjectMapper mapper;

	private final @Nullable Type type;

	private final Class<?> raw;

	private final ItemReaders itemReaders;

	private volatile @Nullable Optional<ItemReader> items;

	RecordReader(InputReader input, @Nullable Type type, ObjectMapper mapper, EventTrees trees,
			ItemReaders itemReaders) {
		this.input = input;
		this.mapper = mapper;
		this.trees = trees;
		this.type = type;
		this.raw = (type != null) ? FunctionTypes.raw(type) : Void.class;
		boolean typed = input.kind() == InputReader.Kind.VALUE || input.kind() == InputReader.Kind.EVENT;
		this.types = (typed && type != null) ? new EnvelopeTypes(type, mapper) : null;
		this.itemReaders = itemReaders;
	}

	/**
	 * Whether the function's type is an envelope.
	 * @param envelope which
	 * @param inside what is in it, asked for if the type's properties don't tell
	 */
	boolean wants(Envelope envelope, Supplier<@Nullable JsonNode> inside) {
		return this.types != null && this.types.wants(envelope, inside);
	}

	/**
	 * Reads what is in a record.
	 * @return one value; several, if another service's event with several records is in
	 * it; none, if the record says that something was deleted and the type has no way to
	 * say so
	 */
	List<Object> read(BatchRecord item) {
		if (this.input.kind() == InputReader.Kind.NONE) {
			return Collections.singletonList(null);
		}
		for (Map.Entry<Envelope, JsonNode> envelope : item.envelopes().entrySet()) {
			if (wants(envelope.getKey(), () -> this.trees.object(item.payload()))) {
				return List.of(value(bytes(known(envelope.getValue())), "The record"));
			}
		}
		if (item.source() == BatchSource.DYNAMODB) {
			Object fromItem = item(item);
			if (fromItem != null) {
				return List.of(fromItem);
			}
		}
		byte[] payload = item.payload();
		if (payload == null) {
			return (this.raw == Optional.class) ? List.of(Optional.empty()) : List.of();
		}
		return switch (item.source()) {
			case SQS, SQS_FIFO, SNS -> inside(payload, 0);
			default -> List.of(value(payload, "The record"));
		};
	}

	private @Nullable Object item(BatchRecord item) {
		JsonNode change = item.node().path("dynamodb");
		if (GeneratedFunctions.USES_CHANGES && this.raw == DynamoDbChange.class) {
			return change(item, change);
		}
		JsonNode image = change.path("NewImage");
		ItemReader entities = items();
		if (entities == null || !image.isObject()) {
			return null;
		}
		Object entity = entities.read(image);
		return (this.raw == Optional.class) ? Optional.ofNullable(entity) : entity;
	}

	/**
	 * Looked for with the first item: a table schema may be expensive, and missing where
	 * an entity comes only as JSON.
	 */
	private @Nullable ItemReader items() {
		Optional<ItemReader> current = this.items;
		if (current == null) {
			current = Optional
				.ofNullable((this.type != null && this.types != null) ? this.itemReaders.of(this.type) : null);
			this.items = current;
		}
		return current.orElse(null);
	}

	private Object change(BatchRecord item, JsonNode change) {
		Type entity = (this.type != null) ? FunctionTypes.argument(this.type) : null;
		@SuppressWarnings("unchecked")
		Map<String, Object> keys = this.mapper.convertValue(StreamItems.plain(change.path("Keys")), Map.class);
		return new DynamoDbChange<>(DynamoDbChange.Kind.valueOf(item.node().path("eventName").asText()), keys,
				image(change.path("OldImage"), entity), image(change.path("NewImage"), entity),
				item.node().path("userIdentity").path("principalId").asText().equals("dynamodb.amazonaws.com"));
	}

	private @Nullable Object image(JsonNode image, @Nullable Type entity) {
		if (!image.isObject()) {
			return null;
		}
		ItemReader entities = items();
		return (entities != null) ? entities.read(image)
				: InputReader.of(entity, this.mapper).read(bytes(StreamItems.plain(image)), "The image");
	}

	/**
	 * Reads the message of a queue or topic, in which a topic, a bucket or EventBridge
	 * may have put its event.
	 */
	private List<Object> inside(byte[] payload, int depth) {
		JsonNode event = (this.types != null && depth < DEEPEST && EventMarks.mayHoldEvent(payload))
				? this.trees.object(payload) : null;
		if (event == null || EventShapes.isTestOfS3(event)) {
			return (event == null) ? List.of(value(payload, "The record")) : List.of();
		}
		if (EventShapes.isSnsMessage(event)) {
			byte[] message = event.path("Message").textValue().getBytes(StandardCharsets.UTF_8);
			return wants(Envelope.SNS_MESSAGE, () -> this.trees.object(message)) ? List.of(value(payload, "The record"))
					: inside(message, depth + 1);
		}
		if (EventShapes.isEventBridge(event)) {
			return List.of(value(eventBridge((ObjectNode) event), "The record"));
		}
		BatchSource source = BatchSource.of(event);
		if (source == null || wantsEvent(source, event)) {
			return List.of(value(payload, "The record"));
		}
		List<Object> values = new ArrayList<>();
		for (BatchRecord item : BatchRecord.of(source, event)) {
			values.addAll(read(item));
		}
		return values;
	}

	/**
	 * Whether the function takes the whole event of a source.
	 */
	boolean wantsEvent(BatchSource source, JsonNode event) {
		if (this.input.kind() == InputReader.Kind.EVENT && LambdaEvents.isEvent(this.raw)) {
			return source.isEventClass(this.raw) || !Envelope.isAny(this.raw);
		}
		return wants(source.envelope(), () -> {
			List<BatchRecord> records = BatchRecord.of(source, event);
			return records.isEmpty() ? null : this.trees.object(records.get(0).payload());
		});
	}

	/**
	 * What the function takes of an event of EventBridge: the detail, or the event, in
	 * which a detail that came as text, as the Scheduler sends it, is an object.
	 */
	byte[] eventBridge(ObjectNode event) {
		JsonNode detail = EventShapes.detail(event, this.trees);
		if (!wants(Envelope.EVENT_BRIDGE, () -> detail)) {
			return bytes(detail);
		}
		event.set("detail", detail);
		return bytes(known(event));
	}

	/**
	 * Reads what a resolver takes: the arguments; of a field without arguments the object
	 * that it belongs to.
	 */
	Object arguments(JsonNode request) {
		JsonNode arguments = request.path("arguments");
		JsonNode inside = (arguments.isEmpty() && request.path("source").isObject()) ? request.path("source")
				: arguments;
		boolean whole = wants(Envelope.APP_SYNC, () -> inside);
		return value(bytes(whole ? known(request) : inside), "The arguments");
	}

	/**
	 * An envelope without what a type of the application's leaves out, which may be set
	 * to refuse the unknown.
	 */
	JsonNode known(JsonNode envelope) {
		return (this.types != null) ? this.types.known(envelope) : envelope;
	}

	/**
	 * Reads a payload. A text is taken as it is, whatever it looks like.
	 */
	Object value(byte[] payload, String what) {
		return (this.input.kind() == InputReader.Kind.TEXT) ? new String(payload, StandardCharsets.UTF_8)
				: this.input.read(payload, what);
	}

	static byte[] bytes(JsonNode node) {
		return node.toString().getBytes(StandardCharsets.UTF_8);
	}

}
