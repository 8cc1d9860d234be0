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

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindling.function.InvalidPayloadException;
import dev.kindling.runtime.LambdaError;
import dev.kindling.start.FrozenObjectMapper;
import dev.kindling.types.GenericTypes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Objects of which a type knows no property.
 */
class UnknownEventsUnitTests {

	private static final ObjectMapper MAPPER = FrozenObjectMapper.instance();

	private static void takes(java.lang.reflect.Type type, String json) {
		takes(type, MAPPER, json);
	}

	private static void takes(java.lang.reflect.Type type, ObjectMapper mapper, String json) {
		assertThatCode(() -> new KnownInput(type, mapper).check(json.getBytes(), "The event")).as(json)
			.doesNotThrowAnyException();
	}

	private static void refuses(java.lang.reflect.Type type, ObjectMapper mapper, String json, String message) {
		assertThatExceptionOfType(InvalidPayloadException.class)
			.isThrownBy(() -> new KnownInput(type, mapper).check(json.getBytes(), "The event"))
			.withMessage(message);
	}

	private static void refuses(java.lang.reflect.Type type, String json) {
		assertThatExceptionOfType(InvalidPayloadException.class).as(json)
			.isThrownBy(() -> new KnownInput(type, MAPPER).check(json.getBytes(), "The event"));
	}

	@Test
	void saysWhatTheEventHasAndWhatTheTypeHas() {
		refuses(Plain.class, MAPPER, "{\"Id\":\"1\",\"amount\":{\"id\":\"1\"}}",
				"The event has no property of Plain, which would arrive empty. It has 'Id', 'amount'; Plain has 'id', "
						+ "'name'");
		Throwable failure = new InvalidPayloadException(JsonFailures.MISMATCH, "x");
		assertThat(((LambdaError) failure).errorType()).isEqualTo("Runtime.InvalidEvent");
	}

	@Test
	void takesWhatHasOneKnownPropertyOrNone() {
		takes(Plain.class, "{\"x\":1,\"y\":[{}],\"name\":null}");
		takes(Plain.class, "{}");
		takes(Plain.class, "[]");
		takes(Plain.class, "\"text\"");
		takes(Plain.class, "{\"id\"");
		takes(Empty.class, "{\"x\":1}");
		takes(Map.class, "{\"x\":1}");
		takes(Object.class, "{\"x\":1}");
	}

	@Test
	void looksAtTheElementsOfListsAndOptionals() {
		java.lang.reflect.Type list = GenericTypes.parameterized(List.class, Plain.class);
		takes(list, "[{\"id\":\"1\",\"more\":{\"a\":[1,{}]}},{\"x\":[1],\"name\":\"n\"},{},null]");
		refuses(list, "[{\"id\":\"1\",\"more\":{\"a\":1}},{\"x\":1}]");
		refuses(Plain[].class, "[{\"x\":1}]");
		refuses(GenericTypes.parameterized(Optional.class, Plain.class), "{\"x\":1}");
	}

	@Test
	void knowsWhatJacksonKnows() {
		takes(Aliased.class, "{\"identifier\":\"1\"}");
		refuses(Aliased.class, "{\"id\":\"1\"}");
		takes(Any.class, "{\"x\":1}");
		takes(Unwrapped.class, "{\"a_id\":\"1\"}");
		takes(Unwrapped.class, "{\"own\":\"1\"}");
		refuses(Unwrapped.class, "{\"id\":\"1\"}");
		takes(Created.class, "{\"number\":1}");
		refuses(Created.class, "{\"value\":1}");
		takes(Delegating.class, "{\"x\":1}");
		takes(Built.class, "{\"id\":\"1\"}");
		refuses(Built.class, "{\"x\":\"1\"}");
		takes(Ignoring.class, "{\"old\":1}");
		refuses(Ignoring.class, "{\"x\":1}");
		takes(Shape.class, "{\"kind\":\"square\"}");
		takes(SQSEvent.class, dev.kindling.function.events.LambdaEventsMapper.instance(), "{\"records\":[]}");
		takes(Bean.class, "{\"writeOnly\":1}");
	}

	@Test
	void followsTheApplicationsMapper() {
		ObjectMapper snakes = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		takes(Long.class, snakes, "{\"x\":1}");
		takes(Names.class, snakes, "{\"first_name\":\"Ada\"}");
		refuses(Names.class, snakes, "{\"firstName\":\"Ada\"}",
				"The event has no property of Names, which would arrive empty. It has 'firstName'; Names has 'first_name'");
		ObjectMapper anyCase = JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).build();
		takes(Plain.class, anyCase, "{\"ID\":\"1\"}");
	}

	record Plain(String id, String name) {
	}

	record Empty() {
	}

	record Names(String firstName) {
	}

	record Aliased(@JsonProperty("key") @JsonAlias("identifier") String id) {
	}

	static class Any {

		public String id;

		@JsonAnySetter
		void set(String name, Object value) {
		}

	}

	static class Unwrapped {

		public String own;

		@JsonUnwrapped(prefix = "a_")
		public Inner inner;

	}

	static class Inner {

		public String id;

	}

	static class Created {

		@JsonCreator
		Created(@JsonProperty("number") int value) {
		}

	}

	static class Delegating {

		public String id;

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		Delegating(Map<String, Object> values) {
		}

	}

	@JsonDeserialize(builder = Built.Builder.class)
	static class Built {

		@JsonPOJOBuilder(withPrefix = "")
		static class Builder {

			Builder id(String id) {
				return this;
			}

			Built build() {
				return new Built();
			}

		}

	}

	@JsonIgnoreProperties("old")
	record Ignoring(String id) {
	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes(@JsonSubTypes.Type(value = Square.class, name = "square"))
	interface Shape {

	}

	record Square(int side) implements Shape {
	}

	static class Bean {

		public void setWriteOnly(int value) {
		}

	}

}
