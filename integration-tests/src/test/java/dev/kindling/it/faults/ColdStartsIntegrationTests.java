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

package dev.kindling.it.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.kindling.it.Subject;
import dev.kindling.it.containers.DynamoDbContainer;
import dev.kindling.it.containers.RequiresDocker;
import dev.kindling.it.containers.Workload;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What fails only now and then fails here: races at the start, above all.
 */
@RequiresDocker
class ColdStartsIntegrationTests {

	private static final DynamoDbContainer dynamoDb = new DynamoDbContainer();

	@BeforeAll
	static void start() {
		dynamoDb.startFor("one cold start after the other");
	}

	@AfterAll
	static void stop() {
		dynamoDb.stop();
	}

	@ParameterizedTest
	@CsvSource({ "NATIVE, 1000", "JAR, 10" })
	void noneOfManyColdStartsFails(Subject subject, int starts) {
		List<String> failures = new ArrayList<>();
		long begin = System.nanoTime();
		for (int i = 0; i < starts; i++) {
			String name = "start " + i;
			List<String> log = new ArrayList<>();
			try (LocalLambda lambda = Workload.connect(subject.sample(), dynamoDb.endpoint()).logs(log::add).build()) {
				InvokeResult result = lambda.invoke(Workload.event(name));
				if (result.isError() || !name.equals(result.json().path("name").asText()) || lambda.coldStarts() != 1) {
					failures.add(name + ": " + result.payloadAsString() + log);
				}
			}
		}
		System.out.println("COLD STARTS: " + subject + ", " + starts + " in a row within "
				+ Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s, " + failures.size() + " failed");
		assertThat(failures).isEmpty();
	}

}
