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

package dev.kindling.it.containers;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.kindling.it.Subject;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reference workload in the local Lambda, against a DynamoDB that is no part of this
 * JVM.
 */
@RequiresDocker
class SampleIntegrationTests {

	private static final DynamoDbContainer dynamoDb = new DynamoDbContainer();

	@BeforeAll
	static void start() {
		dynamoDb.startFor("the sample as a jar and as a native executable");
	}

	@AfterAll
	static void stop() {
		dynamoDb.stop();
	}

	@ParameterizedTest
	@EnumSource
	void anItemIsPutAndComesBack(Subject subject) {
		try (LocalLambda lambda = Workload.connect(subject.sample(), dynamoDb.endpoint()).build()) {
			for (String name : new String[] { "Ada", "Grace Hopper", "Łukasz \uD83D\uDE80" }) {
				String id = Workload.assertAnswered(lambda.invoke(Workload.event(name)), name);
				Workload.assertStored(dynamoDb, id, name);
			}
			assertThat(lambda.coldStarts()).isOne();
		}
	}

	@ParameterizedTest
	@EnumSource
	void theFunctionUrlAnswersTheSame(Subject subject) throws IOException, InterruptedException {
		try (LocalLambda lambda = Workload.connect(subject.sample(), dynamoDb.endpoint()).build()) {
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(lambda.functionUrl())
					.header("Content-Type", "application/json")
					.POST(HttpRequest.BodyPublishers.ofString(Workload.event("Ada")))
					.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
			assertThat(response.body()).contains("\"name\":\"Ada\"");
		}
	}

}
