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

package dev.kindling.it.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import dev.kindling.it.Application;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.dynamodb.TableDefinition;
import dev.kindling.test.junit.LambdaFunction;
import dev.kindling.test.junit.LambdaMode;
import dev.kindling.test.junit.LambdaTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Spring application within the JVM of its test.
 */
@LambdaTest(value = Application.class, mode = LambdaMode.IN_PROCESS, handler = "welcome",
		environment = "WELCOME_TEXT=Come in")
class LambdaTestIntegrationTests {

	@Test
	void callsTheFunctionWithinThisProcess(LambdaFunction function) {
		Answer answer = function.invoke(new Question("mamezou"), Answer.class);
		assertThat(answer.text()).isEqualTo("Come in, mamezou");
		assertThat(answer.pid()).isEqualTo(ProcessHandle.current().pid());
	}

	/**
	 * A test's log is the application's.
	 */
	@Test
	void keepsTheServersOutOfTheLog() {
		PrintStream before = System.out;
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
		try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(TableDefinition.of("people", "id"));
				LocalLambda lambda = LocalLambda.builder()
					.inProcess(Application.class)
					.handler("welcome")
					.dynamoDb(dynamoDb)
					.build()) {
			lambda.invoke("{\"name\":\"you\"}");
		}
		finally {
			System.setOut(before);
		}
		assertThat(output.toString(StandardCharsets.UTF_8)).contains("Application : Start")
			.doesNotContain("jetty", "dynamodbv2", "sqlite");
	}

	/**
	 * Neither an application that can't start nor one that is closed may end this JVM.
	 */
	@Test
	void survivesApplicationsThatFailOrEnd() throws InterruptedException {
		try (LocalLambda lambda = LocalLambda.builder()
			.inProcess(Application.class)
			.handler("welcome|noSuchFunction")
			.build()) {
			InvokeResult result = lambda.invoke("{}");
			assertThat(result.isError()).isTrue();
			assertThat(result.payloadAsString()).contains("noSuchFunction");
		}
		try (LocalLambda lambda = LocalLambda.builder().inProcess(Application.class).handler("welcome").build()) {
			assertThat(lambda.invoke("{\"name\":\"you\"}").isError()).isFalse();
		}
		// Longer than a failed start takes to end its process
		Thread.sleep(2500);
	}

	record Question(String name) {
	}

	record Answer(String text, long pid) {
	}

}
