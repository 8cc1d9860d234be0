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
import java.util.concurrent.CompletableFuture;

import dev.kindling.it.Subject;
import dev.kindling.it.containers.DynamoDbContainer;
import dev.kindling.it.containers.RequiresDocker;
import dev.kindling.it.containers.Workload;
import dev.kindling.it.faults.FaultyDynamoDb.Fault;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of calls whose process is ended from outside.
 */
@RequiresDocker
class ProcessFaultsIntegrationTests {

	private static final DynamoDbContainer dynamoDb = new DynamoDbContainer();

	@BeforeAll
	static void start() {
		dynamoDb.startFor("processes that are killed");
	}

	@AfterAll
	static void stop() {
		dynamoDb.stop();
	}

	@ParameterizedTest
	@EnumSource
	void aProcessThatIsKilledWhileItWorksFailsThatCallAndNotTheNext(Subject subject) throws InterruptedException {
		try (FaultyDynamoDb slow = new FaultyDynamoDb(dynamoDb.endpoint());
				LocalLambda lambda = Workload.connect(subject.sample(), slow.endpoint()).build()) {
			Workload.assertAnswered(lambda.invoke(Workload.event("before")), "before");
			slow.next(Fault.slow(Duration.ofSeconds(10)));
			int calls = slow.calls();
			CompletableFuture<InvokeResult> killed = CompletableFuture
				.supplyAsync(() -> lambda.invoke(Workload.event("killed")));
			while (slow.calls() == calls) {
				Thread.sleep(5);
			}
			ProcessHandle.of(lambda.pid()).orElseThrow().destroyForcibly();
			InvokeResult result = killed.join();
			assertThat(result.errorType()).isEqualTo("Runtime.ExitError");
			assertThat(result.errorMessage()).contains("signal: killed");
			Workload.assertAnswered(lambda.invoke(Workload.event("after")), "after");
			assertThat(lambda.coldStarts()).isEqualTo(2);
		}
	}

}
