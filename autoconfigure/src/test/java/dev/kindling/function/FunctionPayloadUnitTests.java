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

import java.util.function.Function;

import dev.kindling.runtime.LambdaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What functions of a class get, and what they are told is wrong.
 */
class FunctionPayloadUnitTests {

	private static final Functions ORDERS = Functions.of(Orders.class).serving("orders");

	@Test
	void readsAndWritesJson() {
		assertThat(ORDERS.invoke("""
				{"id":"7","quantity":2,"lines":[{"article":"x","price":1.5}],"weights":{"x":3},"more":true}"""))
			.isEqualTo("{\"id\":\"7\",\"quantity\":3,\"lines\":[{\"article\":\"x\",\"price\":1.5}],"
					+ "\"weights\":{\"x\":3}}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"id":"secret","quantity":"secret"}                     | Runtime.InvalidEvent   | expected int at quantity, line 1, column 27
					{"lines":[{"price":1},{"price":"secret"}]}              | Runtime.InvalidEvent   | expected BigDecimal at lines[1].price
					{"weights":{"secret":"secret"}}                         | Runtime.InvalidEvent   | expected Integer at weights.*
					{"lines":"secret"}                                      | Runtime.InvalidEvent   | at lines
					["secret"]                                              | Runtime.InvalidEvent   | The event is no Order
					"secret"                                                | Runtime.InvalidEvent   | The event is no Order
					null                                                    | Runtime.InvalidEvent   | The event is null
					{"id":"secret"                                          | Runtime.MalformedEvent | no valid JSON
					{"id":secret}                                           | Runtime.MalformedEvent | no valid JSON
					{"id":"secret"} secret                                  | Runtime.MalformedEvent | no valid JSON
					{"id":"secret","id":"secret"}                           | Runtime.MalformedEvent | has a property twice
					secret                                                  | Runtime.MalformedEvent | no valid JSON
					``                                                      | Runtime.MalformedEvent | is empty
					""")
	void saysWhatIsWrongWithoutTheValue(String event, String errorType, String message) {
		Throwable failure = ORDERS.fail(event);
		assertThat(failure).isInstanceOf(InvalidPayloadException.class)
			.hasMessageContaining(message)
			.hasMessageNotContaining("secret")
			.hasNoCause();
		assertThat(((LambdaError) failure).errorType()).isEqualTo(errorType);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1000, 5000, 100_000 })
	void refusesOrReadsDeepNesting(int depth) {
		String nested = "[".repeat(depth) + "]".repeat(depth);
		if (depth < 1000) {
			assertThat(ORDERS.invoke("{\"more\":" + nested + "}")).isNotEmpty();
			return;
		}
		assertThat(ORDERS.fail("{\"more\":" + nested + "}"))
			.hasMessageContaining("exceeds a limit of Jackson's StreamReadConstraints");
	}

	@Test
	void readsDeepNestingUpToTheLimit() {
		String nested = "[".repeat(999) + "]".repeat(999);
		assertThat(ORDERS.json("{\"quantity\":1,\"more\":" + nested + "}").path("quantity").asInt()).isEqualTo(2);
	}

	@Test
	void readsStringsOfSixMegabytes() {
		String id = "x".repeat(6 * 1024 * 1024);
		assertThat(ORDERS.json("{\"id\":\"" + id + "\"}").path("id").textValue()).isEqualTo(id);
	}

	@Test
	void saysWhatCannotBeWritten() {
		Throwable failure = Functions.of(Orders.class).serving("unwritable").fail("{}");
		assertThat(failure).isInstanceOf(InvalidPayloadException.class)
			.hasMessageContaining("can't be written")
			.hasMessageContaining("Unwritable");
		assertThat(((LambdaError) failure).errorType()).isEqualTo("Runtime.InvalidResponse");
	}

	@Configuration(proxyBeanMethods = false)
	static class Orders {

		@Bean
		Function<Order, Order> orders() {
			return (order) -> new Order(order.id(), order.quantity() + 1, order.lines(), order.weights());
		}

		@Bean
		Function<Order, Unwritable> unwritable() {
			return (order) -> new Unwritable();
		}

	}

	static class Unwritable {

	}

}
