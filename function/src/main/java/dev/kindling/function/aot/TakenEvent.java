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

package dev.kindling.function.aot;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.kindling.function.batch.DynamoDbChange;
import dev.kindling.function.batch.Envelope;
import dev.kindling.function.batch.EnvelopeTypes;
import dev.kindling.function.bind.FunctionBinding;
import dev.kindling.function.bind.FunctionShape;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.bind.ReactiveTypes;
import dev.kindling.function.call.ResponseEntities;
import dev.kindling.function.http.HttpResponse;
import dev.kindling.function.http.call.HttpTypes;
import dev.kindling.function.payload.InputReader;
import dev.kindling.function.payload.TypeProperties;
import org.jspecify.annotations.Nullable;

/**
 * The kind of event that a function takes, as far as its types tell. It follows the rules
 * by which an event is served, and is asked for only while an application is processed
 * ahead of time.
 *
 * @param kind where the event comes from
 * @param type the class that tells it, without package; {@code null} if none does
 * @param entity of changes of a table, the class of its items, if that is known
 * @param reportsItemFailures whether the answer to a batch reports the items that failed
 */
public record TakenEvent(EventKind kind, @Nullable String type, @Nullable Class<?> entity,
		boolean reportsItemFailures) {

	private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";

	/** The first that begins a class's name counts. */
	private static final Map<String, EventKind> CLASSES = new LinkedHashMap<>();

	private static final Map<Envelope, EventKind> ENVELOPES = new LinkedHashMap<>();

	static {
		CLASSES.put("APIGatewayV2HTTP", EventKind.HTTP);
		CLASSES.put("APIGatewayV2WebSocket", EventKind.WEBSOCKET);
		CLASSES.put("APIGatewayProxy", EventKind.REST);
		CLASSES.put("ApplicationLoadBalancer", EventKind.LOAD_BALANCER);
		CLASSES.put("SQS", EventKind.SQS);
		CLASSES.put("SNS", EventKind.SNS);
		CLASSES.put("KinesisEvent", EventKind.KINESIS);
		CLASSES.put("KinesisTimeWindow", EventKind.KINESIS);
		CLASSES.put("models.kinesis.", EventKind.KINESIS);
		CLASSES.put("Dynamodb", EventKind.DYNAMODB);
		CLASSES.put("models.dynamodb.", EventKind.DYNAMODB);
		CLASSES.put("S3Event", EventKind.S3);
		CLASSES.put("models.s3.", EventKind.S3);
		CLASSES.put("ScheduledEvent", EventKind.SCHEDULE);
		ENVELOPES.put(Envelope.SQS_RECORD, EventKind.SQS);
		ENVELOPES.put(Envelope.SNS_RECORD, EventKind.SNS);
		ENVELOPES.put(Envelope.SNS_MESSAGE, EventKind.SNS);
		ENVELOPES.put(Envelope.KINESIS_RECORD, EventKind.KINESIS);
		ENVELOPES.put(Envelope.KINESIS_DATA, EventKind.KINESIS);
		ENVELOPES.put(Envelope.DYNAMODB_RECORD, EventKind.DYNAMODB);
		ENVELOPES.put(Envelope.DYNAMODB_IMAGES, EventKind.DYNAMODB);
		ENVELOPES.put(Envelope.S3_RECORD, EventKind.S3);
		ENVELOPES.put(Envelope.S3_ENTITY, EventKind.S3);
		ENVELOPES.put(Envelope.EVENT_BRIDGE, EventKind.EVENTBRIDGE);
		for (Envelope envelope : new Envelope[] { Envelope.KAFKA_EVENT, Envelope.KAFKA_RECORD, Envelope.ACTIVE_MQ_EVENT,
				Envelope.ACTIVE_MQ_RECORD, Envelope.RABBIT_MQ_EVENT, Envelope.RABBIT_MQ_RECORD, Envelope.TRANSFORMATION,
				Envelope.TRANSFORMATION_RECORD, Envelope.S3_BATCH_JOB, Envelope.S3_BATCH_TASK, Envelope.LOGS_EVENT,
				Envelope.LOGS, Envelope.LOG_EVENT, Envelope.CODE_COMMIT_RECORD, Envelope.SES_RECORD, Envelope.APP_SYNC,
				Envelope.COGNITO }) {
			ENVELOPES.put(envelope, EventKind.OTHER);
		}
	}

	/**
	 * Finds out what a function or composition takes.
	 * @param first the function that takes the event
	 * @param last the function that answers, the same if nothing is composed
	 * @param mapper reads types as the application does
	 * @param reports whether failed items of batches are reported one by one
	 * @return what is known
	 */
	public static TakenEvent of(FunctionBinding first, FunctionBinding last, ObjectMapper mapper, boolean reports) {
		Type input = element(first.input());
		Type output = element(last.output());
		boolean handler = first.shape() == FunctionShape.REQUEST_HANDLER
				|| first.shape() == FunctionShape.REQUEST_STREAM_HANDLER;
		boolean whole = handler || isWhole(first.input(), mapper);
		TakenEvent taken = ofInput(input, mapper);
		if (taken.kind == EventKind.ANY) {
			taken = ofOutput(output);
		}
		boolean ownBatch = taken.kind == EventKind.ANY || taken.kind == EventKind.SQS || taken.kind == EventKind.KINESIS
				|| taken.kind == EventKind.DYNAMODB;
		// events of other services come out of a queue one by one
		boolean understood = (whole && ownBatch) ? understands(last, mapper) : reports;
		return new TakenEvent(taken.kind, taken.type, taken.entity, understood);
	}

	/**
	 * The type of the application's that is inside an event.
	 * @return the type; {@code null} if the function takes the event, or what has no
	 * properties
	 */
	static @Nullable Type payload(FunctionBinding function, ObjectMapper mapper) {
		Type input = element(function.input());
		return (input != null && InputReader.Kind.of(input) == InputReader.Kind.VALUE
				&& ofInput(input, mapper).kind == EventKind.ANY) ? input : null;
	}

	/**
	 * What is in messages, publishers, lists and options is what counts.
	 */
	private static @Nullable Type element(@Nullable Type declared) {
		Type type = ReactiveTypes.element(declared);
		if (type instanceof GenericArrayType array) {
			return element(array.getGenericComponentType());
		}
		if (type == null) {
			return null;
		}
		Class<?> raw = FunctionTypes.raw(type);
		if (raw.isArray() && raw != byte[].class) {
			return element(raw.getComponentType());
		}
		boolean holder = Collection.class.isAssignableFrom(raw) || raw == Optional.class || isMessage(raw);
		return (holder && type instanceof ParameterizedType) ? element(FunctionTypes.argument(type)) : type;
	}

	private static boolean isMessage(Class<?> raw) {
		return raw.getName().startsWith("org.springframework.messaging.");
	}

	/**
	 * Whether the function gets the event as it came, and answers for all of it.
	 */
	private static boolean isWhole(@Nullable Type declared, ObjectMapper mapper) {
		Type type = ReactiveTypes.element(declared);
		if (type == null) {
			return true;
		}
		boolean message = isMessage(FunctionTypes.raw(type));
		if (message) {
			type = FunctionTypes.argument(type);
			if (type == null) {
				return false;
			}
		}
		Class<?> raw = FunctionTypes.raw(type);
		return switch (InputReader.Kind.of(type)) {
			case BYTES, TEXT, STREAM, JSON -> !message;
			case EVENT -> Envelope.RECORDS.isOf(raw) || !Envelope.isAny(raw);
			case VALUE -> new EnvelopeTypes(type, mapper).is(Envelope.RECORDS);
			default -> false;
		};
	}

	private static TakenEvent ofInput(@Nullable Type type, ObjectMapper mapper) {
		if (type == null) {
			return told(EventKind.ANY, null);
		}
		Class<?> raw = FunctionTypes.raw(type);
		if (raw == DynamoDbChange.class) {
			Type entity = FunctionTypes.argument(type);
			Class<?> items = (entity != null) ? FunctionTypes.raw(entity) : Object.class;
			return new TakenEvent(EventKind.DYNAMODB, raw.getSimpleName(), (items != Object.class) ? items : null,
					false);
		}
		return switch (InputReader.Kind.of(type)) {
			case EVENT -> ofClass(raw);
			case VALUE -> ofValue(type, raw, mapper);
			default -> told(EventKind.ANY, null);
		};
	}

	private static TakenEvent ofClass(Class<?> type) {
		Class<?> known = type;
		while (!known.getName().startsWith(EVENTS)) {
			known = known.getSuperclass();
		}
		String name = known.getName().substring(EVENTS.length());
		for (Map.Entry<String, EventKind> entry : CLASSES.entrySet()) {
			if (name.startsWith(entry.getKey())) {
				return told(entry.getValue(), simpleName(known));
			}
		}
		return told(EventKind.OTHER, simpleName(known));
	}

	private static TakenEvent ofValue(Type type, Class<?> raw, ObjectMapper mapper) {
		EnvelopeTypes envelopes = new EnvelopeTypes(type, mapper);
		if (new HttpTypes(mapper).isEvent(type)) {
			TypeProperties properties = new TypeProperties(type, mapper);
			boolean rest = properties.declares("httpMethod") || properties.declares("resource")
					|| properties.declares("multiValueHeaders");
			return told(rest ? EventKind.REST : EventKind.HTTP, raw.getSimpleName());
		}
		if (envelopes.is(Envelope.RECORDS)) {
			Type item = property(type, Envelope.RECORDS.carrier(), mapper);
			TakenEvent of = (item != null) ? ofInput(item, mapper) : told(EventKind.OTHER, null);
			return told((of.kind == EventKind.ANY) ? EventKind.OTHER : of.kind, raw.getSimpleName());
		}
		for (Map.Entry<Envelope, EventKind> envelope : ENVELOPES.entrySet()) {
			if (envelopes.is(envelope.getKey())) {
				return told(envelope.getValue(), raw.getSimpleName());
			}
		}
		return told(EventKind.ANY, null);
	}

	/**
	 * What the elements of a property are.
	 */
	private static @Nullable Type property(Type type, String name, ObjectMapper mapper) {
		JavaType declared = mapper.constructType(type);
		for (BeanPropertyDefinition property : mapper.getDeserializationConfig()
			.introspect(declared)
			.findProperties()) {
			if (property.getName().equals(name) && property.getPrimaryType().isContainerType()) {
				return property.getPrimaryType().getContentType().getRawClass();
			}
		}
		return null;
	}

	private static TakenEvent ofOutput(@Nullable Type type) {
		if (type == null) {
			return told(EventKind.ANY, null);
		}
		Class<?> raw = FunctionTypes.raw(type);
		String name = raw.getName();
		if (raw == HttpResponse.class || ResponseEntities.isEntity(raw)
				|| name.startsWith(EVENTS + "APIGatewayV2HTTP")) {
			return told(EventKind.HTTP, raw.getSimpleName());
		}
		if (name.startsWith(EVENTS + "APIGatewayProxyResponse")) {
			return told(EventKind.REST, raw.getSimpleName());
		}
		return name.startsWith(EVENTS + "SQS") ? told(EventKind.SQS, raw.getSimpleName()) : told(EventKind.ANY, null);
	}

	/**
	 * Whether Lambda takes an answer for a report on items: nothing, or an object that
	 * may have a list of failures. Anything else fails the whole batch, though it was
	 * handled.
	 */
	private static boolean understands(FunctionBinding last, ObjectMapper mapper) {
		if (last.shape() == FunctionShape.REQUEST_STREAM_HANDLER) {
			// it writes what it likes
			return false;
		}
		Type output = ReactiveTypes.element(last.output());
		return output == null || FunctionTypes.raw(output).getName().equals("kotlin.Unit")
				|| InputReader.Kind.of(output) == InputReader.Kind.JSON
				|| new TypeProperties(output, mapper).declares("batchItemFailures");
	}

	private static TakenEvent told(EventKind kind, @Nullable String type) {
		return new TakenEvent(kind, type, null, false);
	}

	private static String simpleName(Class<?> type) {
		Class<?> outer = type.getEnclosingClass();
		return (outer != null) ? simpleName(outer) + "." + type.getSimpleName() : type.getSimpleName();
	}

}
