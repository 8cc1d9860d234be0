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

package dev.kindling.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import kotlin.Unit;
import kotlin.jvm.functions.Function0;
import kotlin.jvm.functions.Function1;
import kotlin.jvm.functions.Function2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shapes that a function bean can have.
 */
class FunctionShapesUnitTests {

	private static final List<String> seen = new ArrayList<>();

	@BeforeEach
	void forget() {
		seen.clear();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			function           | {"id":"7"}        | "7"
			operator           | "seven"           | "seven"
			consumer           | {"id":"7"}        | null
			supplier           | {"id":"7"}        | "now"
			biFunction         | {"id":"7"}        | "7 of orders"
			biFunctionOfAny    | {"id":"7"}        | "7 of CurrentContext"
			biConsumer         | {"id":"7"}        | null
			voidFunction       | {"id":"7"}        | "no input"
			voidResult         | {"id":"7"}        | null
			component          | {"id":"7"}        | "component 7"
			componentOfBase    | {"id":"7"}        | "base 7"
			requestHandler     | {"id":"7"}        | "7 of orders"
			streamHandler      | {"id":"7"}        | {"id":"7"}
			kotlinSupplier     | {"id":"7"}        | "kotlin"
			kotlinFunction     | {"id":"7"}        | "kotlin 7"
			kotlinConsumer     | {"id":"7"}        | null
			kotlinWithContext  | {"id":"7"}        | "7 of orders"
			generic            | {"value":{"id":"7"},"others":[{"id":"8"}]} | {"value":"7","others":["8"]}
			list               | [{"id":"7"},{"id":"8"}] | ["7","8"]
			mapOfLists         | {"a":[{"id":"7"}]}| {"a":1}
			array              | [{"id":"7"}]      | ["7"]
			arrayOfLists       | [[{"id":"7"}],[]] | [1,0]
			primitives         | [1,2]             | 3
			enumeration        | "LARGE"           | "SMALL"
			tree               | [1,{"a":2}]       | 2
			bytes              | anything          | anything
			stream             | anything          | 8
			message            | {"id":"7"}        | "7 of orders"
			messageOut         | {"id":"7"}        | "7"
			injected           | {"id":"7"}        | "request-1"
			logged             | {"id":"7"}        | "request-1 tenant-1"
			""")
	void isCalled(String name, String event, String answer) {
		assertThat(Functions.of(Shapes.class).serving(name).invoke(event).replace("LambdaContext", "CurrentContext"))
			.isEqualTo(answer);
		assertThat(MDC.get("AWSRequestId")).isNull();
		assertThat(MDC.get("tenantId")).isNull();
		if (answer.equals("null")) {
			assertThat(seen).containsExactly("7");
		}
	}

	@Test
	void leavesOutFunctionsOfTwoOtherThings() {
		assertThat(Functions.of(Merging.class).invoke("{\"id\":\"7\"}")).isEqualTo("\"7\"");
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ComponentFunction.class, DerivedFunction.class })
	static class Shapes {

		@Bean
		UnaryOperator<String> operator() {
			return UnaryOperator.identity();
		}

		@Bean
		Function<Order, String> function() {
			return Order::id;
		}

		@Bean
		Consumer<Order> consumer() {
			return (order) -> seen.add(order.id());
		}

		@Bean
		Supplier<String> supplier() {
			return () -> "now";
		}

		@Bean
		BiFunction<Order, Context, String> biFunction() {
			return (order, context) -> order.id() + " of " + context.getFunctionName();
		}

		@Bean
		BiFunction<Order, Object, String> biFunctionOfAny() {
			return (order, context) -> order.id() + " of " + context.getClass().getSimpleName();
		}

		@Bean
		BiConsumer<Order, Context> biConsumer() {
			return (order, context) -> seen.add(order.id());
		}

		@Bean
		Function<Void, String> voidFunction() {
			return (nothing) -> (nothing == null) ? "no input" : "input";
		}

		@Bean
		Function<Order, Void> voidResult() {
			return (order) -> {
				seen.add(order.id());
				return null;
			};
		}

		@Bean
		RequestHandler<Order, String> requestHandler() {
			return (order, context) -> order.id() + " of " + context.getFunctionName();
		}

		@Bean
		RequestStreamHandler streamHandler() {
			return new RequestStreamHandler() {

				@Override
				public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
					input.transferTo(output);
				}

			};
		}

		@Bean
		Function0<String> kotlinSupplier() {
			return () -> "kotlin";
		}

		@Bean
		Function1<Order, String> kotlinFunction() {
			return (order) -> "kotlin " + order.id();
		}

		@Bean
		Function1<Order, Unit> kotlinConsumer() {
			return (order) -> {
				seen.add(order.id());
				return Unit.INSTANCE;
			};
		}

		@Bean
		Function2<Order, Context, String> kotlinWithContext() {
			return (order, context) -> order.id() + " of " + context.getFunctionName();
		}

		@Bean
		Function<Box<Order>, Box<String>> generic() {
			return (box) -> new Box<>(box.value().id(), box.others().stream().map(Order::id).toList());
		}

		@Bean
		Function<List<Order>, List<String>> list() {
			return (orders) -> orders.stream().map(Order::id).toList();
		}

		@Bean
		Function<Weights, Map<String, Integer>> mapOfLists() {
			return (weights) -> Map.of("a", weights.a().get(0).id().length());
		}

		@Bean
		Function<Order[], String[]> array() {
			return (orders) -> new String[] { orders[0].id() };
		}

		@Bean
		Function<List<Order>[], int[]> arrayOfLists() {
			return (lists) -> new int[] { lists[0].size(), lists[1].size() };
		}

		@Bean
		Function<int[], Integer> primitives() {
			return (numbers) -> numbers[0] + numbers[1];
		}

		@Bean
		Function<Size, Size> enumeration() {
			return (size) -> (size == Size.LARGE) ? Size.SMALL : Size.LARGE;
		}

		@Bean
		Function<JsonNode, Integer> tree() {
			return JsonNode::size;
		}

		@Bean
		Function<byte[], byte[]> bytes() {
			return (bytes) -> bytes;
		}

		@Bean
		Function<InputStream, Integer> stream() {
			return (stream) -> {
				try {
					return stream.readAllBytes().length;
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			};
		}

		@Bean
		Function<Message<Order>, String> message() {
			return (message) -> message.getPayload().id() + " of "
					+ ((Context) message.getHeaders().get("aws-context")).getFunctionName();
		}

		@Bean
		Function<Order, Message<String>> messageOut() {
			return (order) -> MessageBuilder.withPayload(order.id()).build();
		}

		@Bean
		Function<Order, String> injected(Context context) {
			return (order) -> context.getAwsRequestId();
		}

		@Bean
		Function<Order, String> logged() {
			return (order) -> MDC.get("AWSRequestId") + " " + MDC.get("tenantId");
		}

	}

	@Component("component")
	static class ComponentFunction implements Function<Order, String> {

		@Override
		public String apply(Order order) {
			return "component " + order.id();
		}

	}

	abstract static class BaseFunction<I, O> implements Function<I, O> {

		abstract O handle(I input);

		@Override
		public O apply(I input) {
			return handle(input);
		}

	}

	@Component("componentOfBase")
	static class DerivedFunction extends BaseFunction<Order, String> {

		@Override
		String handle(Order order) {
			return "base " + order.id();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Merging {

		@Bean
		Function<Order, String> only() {
			return Order::id;
		}

		@Bean
		BiFunction<String, String, String> merge() {
			return String::concat;
		}

	}

	record Box<T>(T value, List<T> others) {
	}

	record Weights(List<Order> a) {
	}

	enum Size {

		SMALL, LARGE

	}

}
