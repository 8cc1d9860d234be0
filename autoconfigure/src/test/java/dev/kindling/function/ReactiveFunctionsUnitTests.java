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
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.function.Tuple2;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions of publishers.
 */
class ReactiveFunctionsUnitTests {

	private static final String TWO = "[{\"id\":\"1\",\"quantity\":1},{\"id\":\"2\",\"quantity\":2}]";

	private static final String ONE = "{\"id\":\"1\",\"quantity\":1}";

	private static Functions serving(String name) {
		return Functions.of(Reactive.class).serving(name);
	}

	@Test
	void takesAnArrayAsElementsAndAnythingElseAsOne() {
		assertThat(serving("flux").invoke(TWO)).isEqualTo("[2,3]");
		assertThat(serving("flux").invoke(ONE)).isEqualTo("[2]");
		assertThat(serving("flux").invoke(" []")).isEqualTo("[]");
		assertThat(serving("publisher").invoke(TWO)).isEqualTo("[\"1\",\"2\"]");
		assertThat(serving("texts").invoke("[\"a\",\"b\"]")).isEqualTo("[\"A\",\"B\"]");
	}

	@Test
	void takesAnArrayAsOneElementWhereElementsAreArrays() {
		assertThat(serving("lists").invoke("[1,2,3]")).isEqualTo("[3]");
		assertThat(serving("trees").invoke("[1,2,3]")).isEqualTo("[3]");
	}

	@Test
	void callsFunctionsOfMono() {
		assertThat(serving("mono").invoke(ONE)).isEqualTo("2");
		assertThat(serving("reduce").invoke(TWO)).isEqualTo("3");
		assertThat(serving("expand").invoke(ONE)).isEqualTo("[1,2]");
		assertThat(serving("none").invoke(ONE)).isEqualTo("null");
	}

	@Test
	void callsSuppliersAndConsumers() {
		assertThat(serving("supplier").invoke("{}")).isEqualTo("[\"a\",\"b\"]");
		assertThat(serving("consumer").invoke(TWO)).isEqualTo("null");
		assertThat(Reactive.consumed).isEqualTo(3);
	}

	@Test
	void waitsForOtherThreads() {
		assertThat(serving("elsewhere").invoke(TWO)).isEqualTo("[1,2]");
	}

	@Test
	void takesMessagesApart() {
		assertThat(serving("messages").invoke(TWO)).isEqualTo("[\"orders 1\",\"orders 2\"]");
	}

	@Test
	void answersRequestsAndTakesRecords() {
		JsonNode answer = serving("flux").json(HttpEvents.v2("POST", TWO));
		assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
		assertThat(answer.path("body").asText()).isEqualTo("[2,3]");
		assertThat(serving("status").json(HttpEvents.v2("POST", ONE)).path("statusCode").asInt()).isEqualTo(202);
		assertThat(serving("flux").json(HttpEvents.v2("POST", "[{]")).path("statusCode").asInt()).isEqualTo(400);
		assertThat(serving("flux").invoke("{\"Records\":[{\"messageId\":\"m\",\"body\":\"{}\","
				+ "\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"q\"}]}"))
			.isEqualTo("{\"batchItemFailures\":[]}");
	}

	@Test
	void publishesNothingForARequestWithoutABody() {
		for (String body : List.of("", "null", " \n")) {
			assertThat(serving("flux").json(HttpEvents.v2("POST", body)).path("body").asText()).isEqualTo("[]");
			assertThat(serving("messages").json(HttpEvents.v2("POST", body)).path("body").asText()).isEqualTo("[]");
			assertThat(serving("mono").json(HttpEvents.v2("POST", body)).path("statusCode").asInt()).isEqualTo(204);
		}
	}

	@Test
	void failsAsThePublisherDoes() {
		assertThat(serving("failing").fail(ONE)).isExactlyInstanceOf(IOException.class).hasMessage("no");
		assertThat(serving("flux").fail("[{\"quantity\":\"x\"}]"))
			.hasMessageContaining("The event is no Order: expected int at [0].quantity");
	}

	@Test
	void refusesWhatItCannotCall() {
		assertThat(Functions.of(Raw.class).fail("{}")).isInstanceOf(FunctionBindingException.class)
			.hasMessageContaining("'raw' has a publisher of unknown elements");
		assertThat(Functions.of(Several.class).fail("{}")).isInstanceOf(FunctionBindingException.class)
			.hasMessageContaining("'several' has several inputs or outputs");
	}

	@Configuration(proxyBeanMethods = false)
	static class Reactive {

		static int consumed;

		@Bean
		Function<Flux<Order>, Flux<Integer>> flux() {
			return (orders) -> orders.map((order) -> order.quantity() + 1);
		}

		@Bean
		Function<Publisher<Order>, Publisher<String>> publisher() {
			return (orders) -> Flux.from(orders).map(Order::id);
		}

		@Bean
		Function<Flux<String>, Flux<String>> texts() {
			return (texts) -> texts.map(String::toUpperCase);
		}

		@Bean
		Function<Flux<List<Integer>>, Flux<Integer>> lists() {
			return (lists) -> lists.map(List::size);
		}

		@Bean
		Function<Flux<JsonNode>, Flux<Integer>> trees() {
			return (trees) -> trees.map(JsonNode::size);
		}

		@Bean
		Function<Mono<Order>, Mono<Integer>> mono() {
			return (order) -> order.map((value) -> value.quantity() + 1);
		}

		@Bean
		Function<Flux<Order>, Mono<Integer>> reduce() {
			return (orders) -> orders.map(Order::quantity).reduce(Integer::sum);
		}

		@Bean
		Function<Order, Flux<Integer>> expand() {
			return (order) -> Flux.just(order.quantity(), order.quantity() + 1);
		}

		@Bean
		Function<Flux<Order>, Mono<Void>> none() {
			return Flux::then;
		}

		@Bean
		Supplier<Flux<String>> supplier() {
			return () -> Flux.just("a", "b");
		}

		@Bean
		Consumer<Flux<Order>> consumer() {
			return (orders) -> orders.subscribe((order) -> consumed += order.quantity());
		}

		@Bean
		Function<Flux<Order>, Flux<Integer>> elsewhere() {
			return (orders) -> orders.publishOn(Schedulers.boundedElastic()).map(Order::quantity);
		}

		@Bean
		Function<Flux<Message<Order>>, Flux<Message<String>>> messages() {
			return (messages) -> messages.map(
					(message) -> MessageBuilder
						.withPayload(((Context) message.getHeaders().get("aws-context")).getFunctionName() + " "
								+ message.getPayload().id())
						.build());
		}

		@Bean
		Function<Mono<Order>, Mono<Message<Map<String, String>>>> status() {
			return (order) -> order.map((value) -> MessageBuilder.withPayload(Map.of("id", value.id()))
				.setHeader("statusCode", 202)
				.build());
		}

		@Bean
		Function<Mono<Order>, Mono<Order>> failing() {
			return (order) -> order.flatMap((value) -> Mono.error(new IOException("no")));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Raw {

		@Bean
		@SuppressWarnings("rawtypes")
		Function<Flux, Flux> raw() {
			return (orders) -> orders;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Several {

		@Bean
		Function<Tuple2<Flux<Order>, Flux<Order>>, Flux<Order>> several() {
			return Tuple2::getT1;
		}

	}

}
