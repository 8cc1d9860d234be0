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

package dev.kindling.test.junit;

import java.util.Map;

import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A test as a user writes it, with the application within this JVM.
 */
@LambdaTest(value = GreetingApplication.class, mode = LambdaMode.IN_PROCESS, environment = "GREETING=Hello")
@LocalDynamoDb("people:id:S")
class LambdaTestIntegrationTests {

	private final EmbeddedDynamoDb dynamoDb;

	LambdaTestIntegrationTests(EmbeddedDynamoDb dynamoDb) {
		this.dynamoDb = dynamoDb;
	}

	@LambdaVariables
	static void variables(Map<String, String> environment) {
		environment.put("LATE", "known when the test runs");
	}

	@Test
	void invokesWithAnObject(LambdaFunction function) {
		Greeting greeting = function.invoke(new Request("mamezou"), Greeting.class);
		assertThat(greeting.greeting()).isEqualTo("Hello, mamezou");
		assertThat(greeting.pid()).as("the application runs within this JVM").isEqualTo(ProcessHandle.current().pid());
	}

	@Test
	void invokesWithJson(LambdaFunction function) {
		assertThat(function.invoke("{\"name\":\"json\"}").json().path("greeting").asText()).isEqualTo("Hello, json");
	}

	@Test
	void invokesWithAFile(LambdaFunction function) {
		assertThat(function.invokeFile("classpath:events/greeting.json", Greeting.class).greeting())
			.isEqualTo("Hello, from a file");
		assertThat(function.invokeFile("src/test/resources/events/greeting.json", Greeting.class).greeting())
			.isEqualTo("Hello, from a file");
		assertThatIllegalArgumentException().isThrownBy(() -> function.invokeFile("classpath:none.json"))
			.withMessage("There is no classpath:none.json");
	}

	@Test
	void reportsAFunctionThatFails(LambdaFunction function) {
		InvokeResult result = function.invoke(Map.of("fail", "on purpose"));
		assertThat(result.isError()).isTrue();
		assertThat(result.errorMessage()).isEqualTo("on purpose");
		assertThatIllegalStateException()
			.isThrownBy(() -> function.invoke(Map.of("fail", "on purpose"), Greeting.class))
			.withMessageContaining("on purpose");
	}

	@Test
	void tellsTheFunctionWhereDynamoDbIs(LambdaFunction function) {
		assertThat(function.invoke(new Request("x"), Greeting.class).dynamoDb())
			.isEqualTo(this.dynamoDb.endpoint().toString());
		assertThat(this.dynamoDb.call("ListTables", "{}").toString()).contains("people");
	}

	@Nested
	class WithinAnotherClass {

		@Test
		void sharesTheLambda(LocalLambda lambda, LambdaFunction function) {
			function.invoke("{}");
			assertThat(lambda.coldStarts()).isEqualTo(1);
		}

	}

	record Request(String name) {
	}

	record Greeting(String name, String greeting, long pid, String dynamoDb) {
	}

}
