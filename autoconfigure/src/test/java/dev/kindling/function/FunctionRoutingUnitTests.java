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

import java.util.Map;
import java.util.function.Function;

import dev.kindling.runtime.LambdaError;
import org.junit.jupiter.api.Test;

import org.springframework.cloud.function.context.MessageRoutingCallback;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events are routed to functions only as the application says.
 */
class FunctionRoutingUnitTests {

	private static Functions routing(String expression) {
		return Functions.of(Targets.class).with("spring.cloud.function.routing-expression=" + expression);
	}

	@Test
	void routesByTheEvent() {
		Functions functions = routing("payload.type == 'order' ? 'order' : 'other'").with("_HANDLER=bootstrap");
		assertThat(functions.invoke("{\"type\":\"order\",\"id\":\"7\"}")).isEqualTo("\"order 7\"");
		assertThat(functions.invoke("{\"type\":\"secret\"}")).isEqualTo("\"other {type=secret}\"");
	}

	@Test
	void routesByTheRequest() {
		Functions functions = routing("headers.path.startsWith('/orders') ? 'order|shout' : 'other'");
		assertThat(functions.json(HttpEvents.v2("POST", "{\"id\":\"7\"}")).path("body").asText()).isEqualTo("ORDER 7");
	}

	@Test
	void routesByAHeaderIfTheApplicationSwitchesItOn() {
		String event = HttpEvents.v2("POST", "{\"id\":\"7\"}")
			.replace("\"headers\":{", "\"headers\":{\"x-function\":\"order\",");
		assertThat(routing("headers['headers']['x-function'][0]").json(event).path("body").asText())
			.isEqualTo("order 7");
	}

	@Test
	void routesByACallbackAndThenByTheExpression() {
		Functions functions = Functions.of(Targets.class, Callback.class)
			.with("spring.cloud.function.routing-expression='order'");
		assertThat(functions.invoke("{\"id\":\"other\"}")).isEqualTo("\"other {id=other}\"");
		assertThat(functions.invoke("{\"id\":\"7\"}")).isEqualTo("\"order 7\"");
		assertThat(Functions.of(Targets.class, Callback.class).serving("functionRouter").invoke("{\"id\":\"other\"}"))
			.isEqualTo("\"other {id=other}\"");
	}

	@Test
	void prefersANamedFunctionToTheRouter() {
		assertThat(routing("'other'").serving("order").invoke("{\"id\":\"7\"}")).isEqualTo("\"order 7\"");
		assertThat(routing("'other'").with("_HANDLER=order").invoke("{\"id\":\"7\"}")).isEqualTo("\"order 7\"");
		assertThat(routing("'other'").with("_HANDLER=functionRouter").invoke("{}")).isEqualTo("\"other {}\"");
	}

	@Test
	void saysNothingOfTheEventWhenItFindsNoFunction() {
		Throwable unknown = routing("payload.type").fail("{\"type\":\"secret\"}");
		assertThat(unknown).isInstanceOf(RoutingException.class)
			.hasMessage("The event was routed to something that is no function of this application")
			.hasNoCause();
		assertThat(((LambdaError) unknown).errorType()).isEqualTo("Runtime.NoRoute");
		assertThat(routing("payload.type").fail("{\"other\":\"secret\"}")).isInstanceOf(RoutingException.class)
			.hasMessage("spring.cloud.function.routing-expression can't be evaluated for this event "
					+ "(PROPERTY_OR_FIELD_NOT_READABLE), at character 8 of the expression")
			.hasNoCause();
		assertThat(Functions.of(Targets.class, Callback.class).fail("{}"))
			.hasMessage("The event was routed to no function");
		assertThat(routing("'functionRouter'").fail("{}")).isInstanceOf(RoutingException.class);
	}

	@Test
	void refusesARouterWithoutARoute() {
		assertThat(Functions.of(Targets.class).serving("functionRouter").fail("{}"))
			.isInstanceOf(FunctionBindingException.class)
			.hasMessageStartingWith(
					"'functionRouter' has nothing to route by. " + "Set spring.cloud.function.routing-expression");
		assertThat(routing("payload.").fail("{}")).isInstanceOf(FunctionBindingException.class)
			.hasMessageStartingWith("spring.cloud.function.routing-expression is no expression");
	}

	@Test
	void answersARequestWhoseBodyIsNotBase64() {
		String event = HttpEvents.v2("POST", "%%%").replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":true");
		assertThat(routing("'order'").json(event).path("statusCode").asInt()).isEqualTo(400);
	}

	@Configuration(proxyBeanMethods = false)
	static class Targets {

		@Bean
		Function<Order, String> order() {
			return (order) -> "order " + order.id();
		}

		@Bean
		Function<Map<String, Object>, String> other() {
			return (map) -> "other " + map;
		}

		@Bean
		Function<String, String> shout() {
			return String::toUpperCase;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Callback {

		@Bean
		MessageRoutingCallback callback() {
			return new MessageRoutingCallback() {

				@Override
				public String routingResult(Message<?> message) {
					return new String((byte[]) message.getPayload()).contains("other") ? "other" : null;
				}

			};
		}

	}

}
