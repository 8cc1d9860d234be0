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

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.kindling.function.invoke.FunctionInvocationHandler;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which function is served.
 */
class FunctionSelectionUnitTests {

	private static final String ON_LAMBDA = "AWS_LAMBDA_RUNTIME_API=127.0.0.1:1";

	@Test
	void servesTheOnlyFunction() {
		assertThat(Functions.of(OneFunction.class).with(ON_LAMBDA, "_HANDLER=bootstrap").invoke("\"a\""))
			.isEqualTo("\"one a\"");
	}

	@Test
	void servesTheFunctionThatTheHandlerNames() {
		assertThat(Functions.of(OneFunction.class, OtherFunctions.class).with("_HANDLER=two").invoke("\"a\""))
			.isEqualTo("\"two a\"");
	}

	@Test
	void prefersTheDefinitionToTheHandler() {
		assertThat(
				Functions.of(OneFunction.class, OtherFunctions.class).with("_HANDLER=two").serving("one").invoke("1"))
			.isEqualTo("\"one 1\"");
	}

	@Test
	void neverLetsTheCallerChoose() {
		String event = HttpEvents.v2("POST", "\"a\"")
			.replace("\"headers\":{",
					"\"headers\":{\"spring.cloud.function.definition\":\"one\",\"spring_cloud_function_definition\":\"one\",");
		assertThat(Functions.of(OneFunction.class, OtherFunctions.class).with("_HANDLER=echo").invoke(event))
			.isEqualTo(event);
	}

	@Test
	void refusesToStartOnLambdaWithoutAFunction() {
		Functions.of()
			.with(ON_LAMBDA)
			.runner()
			.run((context) -> assertThat(failure(context))
				.hasMessage("There is no function to serve. Define a bean of type Function, Consumer or Supplier."));
	}

	@Test
	void startsElsewhereWithoutAFunction() {
		Functions.of().runner().run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void refusesToChooseAmongSeveral() {
		Functions.of(OneFunction.class, OtherFunctions.class)
			.with(ON_LAMBDA, "_HANDLER=bootstrap")
			.runner()
			.run((context) -> assertThat(failure(context))
				.hasMessage("There are several functions to serve: 'one', 'two', 'now', 'sink', 'echo', "
						+ "and the handler 'bootstrap' is none of them. "
						+ "Set spring.cloud.function.definition, or the handler of the Lambda function, "
						+ "to one of them."));
	}

	@Test
	void refusesAnUnknownName() {
		Functions.of(OneFunction.class)
			.with(ON_LAMBDA)
			.serving("three")
			.runner()
			.run((context) -> assertThat(failure(context))
				.hasMessage("There is no function bean 'three', which spring.cloud.function.definition names. "
						+ "Set spring.cloud.function.definition to one of 'one'."));
	}

	@Test
	void namesTheBeanWhoseTypeIsUnknown() {
		Functions.of(RawFunction.class)
			.with(ON_LAMBDA)
			.runner()
			.run((context) -> assertThat(failure(context)).hasMessageContaining("'raw' can't be determined")
				.hasMessageContaining("Function<Order, Receipt>"));
	}

	@Test
	void canBeSwitchedOff() {
		Functions.of(OneFunction.class)
			.with("kindling.function.enabled=false")
			.runner()
			.run((context) -> assertThat(context).doesNotHaveBean(FunctionInvocationHandler.class));
	}

	private static Throwable failure(AssertableApplicationContext context) {
		Throwable failure = context.getStartupFailure();
		assertThat(failure).isNotNull();
		while (!(failure instanceof FunctionBindingException) && failure.getCause() != null) {
			failure = failure.getCause();
		}
		assertThat(failure).isInstanceOf(FunctionBindingException.class);
		return failure;
	}

	@Configuration(proxyBeanMethods = false)
	static class OneFunction {

		@Bean
		Function<String, String> one() {
			return (text) -> "one " + text;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherFunctions {

		@Bean
		Function<String, String> two() {
			return (text) -> "two " + text;
		}

		@Bean
		Supplier<String> now() {
			return () -> "now";
		}

		@Bean
		Consumer<String> sink() {
			return (text) -> {
			};
		}

		@Bean
		Function<byte[], byte[]> echo() {
			return (bytes) -> bytes;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RawFunction {

		@Bean
		@SuppressWarnings("rawtypes")
		Function raw() {
			return (text) -> text;
		}

	}

}
