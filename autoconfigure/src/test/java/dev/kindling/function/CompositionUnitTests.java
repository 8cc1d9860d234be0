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

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions that are called one after the other.
 */
class CompositionUnitTests {

	private static final String ORDER = "{\"id\":\"7\",\"quantity\":1}";

	private static Functions serving(String definition) {
		return Functions.of(Steps.class).serving(definition);
	}

	@Test
	void handsOverWhatTheOneBeforeReturned() {
		assertThat(serving("add|add | number").invoke(ORDER)).isEqualTo("3");
	}

	@Test
	void takesTheCompositionThatTheHandlerNames() {
		assertThat(Functions.of(Steps.class).with("_HANDLER=add|number").invoke(ORDER)).isEqualTo("2");
	}

	@Test
	void convertsBetweenTypesThroughJson() {
		assertThat(serving("add|keys").json(ORDER)).hasSize(4);
		assertThat(serving("json|add|number").invoke("{}")).isEqualTo("42");
		assertThat(serving("add|text").invoke(ORDER)).isEqualTo("\"got {\\\"id\\\":\\\"7\\\",\\\"quantity\\\":2}\"");
		assertThat(serving("many|sum").invoke(ORDER)).isEqualTo("3");
	}

	@Test
	void startsWithASupplierAndEndsWithAConsumer() {
		assertThat(serving("fixed|add|number").invoke("{}")).isEqualTo("6");
		assertThat(serving("add|sink").invoke(ORDER)).isEqualTo("null");
	}

	@Test
	void keepsTheHeadersOfMessages() {
		assertThat(serving("mark|marked").invoke(ORDER)).isEqualTo("\"yes 7\"");
		assertThat(serving("mark|number").invoke(ORDER)).isEqualTo("1");
		assertThat(serving("add|marked").invoke(ORDER)).isEqualTo("\"null 7\"");
	}

	@Test
	void composesWithPublishers() {
		assertThat(serving("add|twice|number").fail(ORDER)).hasMessageContaining("'twice' returned")
			.hasMessageContaining("is no Order");
		assertThat(serving("twice|twice").json(ORDER)).hasSize(4);
		assertThat(serving("twice|sum").invoke(ORDER)).isEqualTo("2");
	}

	@Test
	void takesTheBodyOfARequestAndTheRecordsOfABatch() {
		assertThat(serving("add|number").json(HttpEvents.v2("POST", ORDER)).path("body").asText()).isEqualTo("2");
		assertThat(serving("add|sink").invoke("{\"Records\":[{\"messageId\":\"m\",\"body\":\"broken\","
				+ "\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"q\"},{\"messageId\":\"n\",\"body\":\"{}\","
				+ "\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"q\"}]}"))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m\"}]}");
	}

	@Test
	void endsWithTheFirstNull() {
		assertThat(serving("nothing|number").invoke(ORDER)).isEqualTo("null");
	}

	@Test
	void saysWhichFunctionReturnedWhatDoesNotFit() {
		assertThat(serving("number|add").fail(ORDER)).isInstanceOf(InvalidPayloadException.class)
			.hasMessageContaining("What the function 'number' returned is no Order");
	}

	@Test
	void refusesWhatCannotBeComposed() {
		assertThat(serving("sink|number").fail(ORDER)).hasMessage("The functions 'sink|number' can't be composed: "
				+ "'sink' returns nothing and can only be the last one. "
				+ "Compose functions that take what the one before returns.");
		assertThat(serving("add|fixed").fail(ORDER)).hasMessageContaining("'fixed' takes nothing");
		assertThat(serving("add|other").fail(ORDER))
			.hasMessageStartingWith("There is no function bean 'other', which is part of 'add|other'.");
		assertThat(serving("add|").fail(ORDER)).hasMessageStartingWith("There is no function bean ''");
	}

	@Configuration(proxyBeanMethods = false)
	static class Steps {

		@Bean
		Function<Order, Order> add() {
			return (order) -> new Order(order.id(), order.quantity() + 1, order.lines(), order.weights());
		}

		@Bean
		Function<Order, Integer> number() {
			return Order::quantity;
		}

		@Bean
		Function<Map<String, Object>, List<String>> keys() {
			return (map) -> List.copyOf(map.keySet());
		}

		@Bean
		Function<Map<String, Object>, String> json() {
			return (map) -> "{\"quantity\":41}";
		}

		@Bean
		Function<String, String> text() {
			return (text) -> "got " + text.replaceAll(",\"[a-z]+\":null", "");
		}

		@Bean
		Function<Order, List<Order>> many() {
			return (order) -> List.of(order, new Order("8", 2, null, null));
		}

		@Bean
		Function<List<Order>, Integer> sum() {
			return (orders) -> orders.stream().mapToInt(Order::quantity).sum();
		}

		@Bean
		Function<Flux<Order>, Flux<Order>> twice() {
			return (orders) -> orders.flatMapIterable((order) -> List.of(order, order));
		}

		@Bean
		Supplier<Order> fixed() {
			return () -> new Order("f", 5, null, null);
		}

		@Bean
		Consumer<Order> sink() {
			return (order) -> {
			};
		}

		@Bean
		Function<Order, Order> nothing() {
			return (order) -> null;
		}

		@Bean
		Function<Order, Message<Order>> mark() {
			return (order) -> MessageBuilder.withPayload(order).setHeader("mark", "yes").build();
		}

		@Bean
		Function<Message<Order>, String> marked() {
			return (message) -> message.getHeaders().get("mark") + " " + message.getPayload().id();
		}

	}

}
