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

import dev.kindling.it.Passage;
import dev.kindling.it.Subject;
import dev.kindling.it.containers.DynamoDbContainer;
import dev.kindling.it.containers.RequiresDocker;
import dev.kindling.it.containers.Workload;
import dev.kindling.it.faults.FaultyDynamoDb.Fault;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.LocalLambdaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of the reference workload when DynamoDB isn't well: whatever fails, it
 * fails with an error that names the cause, and the next call is served.
 */
@RequiresDocker
class DynamoDbFaultsIntegrationTests {

	private static final DynamoDbContainer dynamoDb = new DynamoDbContainer();

	@BeforeAll
	static void start() {
		dynamoDb.startFor("faults of DynamoDB");
	}

	@AfterAll
	static void stop() {
		dynamoDb.stop();
	}

	@ParameterizedTest
	@EnumSource
	void aPausedDynamoDbIsAnErrorBeforeTheDeadlineAndTheSameProcessServesTheNextCall(Subject subject) {
		try (LocalLambda lambda = Workload.connect(subject.sample(), dynamoDb.endpoint())
			.timeout(Duration.ofSeconds(8))
			.build()) {
			Workload.assertAnswered(lambda.invoke(Workload.event("before")), "before");
			dynamoDb.pause();
			try {
				InvokeResult paused = lambda.invoke(Workload.event("paused"));
				assertThat(paused.isError()).isTrue();
				assertThat(paused.errorType()).isEqualTo(ApiCallTimeoutException.class.getName());
			}
			finally {
				dynamoDb.unpause();
			}
			Workload.assertAnswered(lambda.invoke(Workload.event("after")), "after");
			assertThat(lambda.coldStarts()).as("Lambda replaces a process that times out").isEqualTo(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void aKilledDynamoDbIsAnErrorAndAnotherOneIsFoundByTheSameProcess(Subject subject) {
		LocalLambdaBuilder sample = subject.sample();
		try (DynamoDbContainer first = new DynamoDbContainer();
				DynamoDbContainer second = new DynamoDbContainer();
				Passage passage = new Passage()) {
			passage.target(first.startFor("a function, until it is killed").endpoint());
			try (LocalLambda lambda = Workload.connect(sample, passage.endpoint()).build()) {
				Workload.assertAnswered(lambda.invoke(Workload.event("before")), "before");
				first.kill();
				InvokeResult killed = lambda.invoke(Workload.event("killed"));
				assertThat(killed.isError()).isTrue();
				assertThat(killed.errorType()).startsWith("software.amazon.awssdk");
				assertThat(killed.errorMessage()).isNotBlank();
				passage.target(second.startFor("the same function, after that").endpoint());
				Workload.assertAnswered(lambda.invoke(Workload.event("after")), "after");
				assertThat(lambda.coldStarts()).isOne();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void aSlowDynamoDbIsWaitedFor(Subject subject) {
		try (FaultyDynamoDb slow = new FaultyDynamoDb(dynamoDb.endpoint());
				LocalLambda lambda = Workload.connect(subject.sample(), slow.endpoint()).build()) {
			Workload.assertAnswered(lambda.invoke(Workload.event("fast")), "fast");
			slow.always(Fault.slow(Duration.ofMillis(1500)));
			InvokeResult result = lambda.invoke(Workload.event("slow"));
			Workload.assertAnswered(result, "slow");
			assertThat(result.report().duration()).as("one put and one get")
				.isBetween(Duration.ofSeconds(3), Duration.ofSeconds(29));
		}
	}

	@ParameterizedTest
	@EnumSource
	void throttlingIsRetried(Subject subject) {
		try (FaultyDynamoDb throttling = new FaultyDynamoDb(dynamoDb.endpoint());
				LocalLambda lambda = Workload.connect(subject.sample(), throttling.endpoint()).build()) {
			Workload.assertAnswered(lambda.invoke(Workload.event("before")), "before");
			int calls = throttling.calls();
			throttling.next(Fault.throttled(), Fault.throttled());
			Workload.assertAnswered(lambda.invoke(Workload.event("throttled")), "throttled");
			assertThat(throttling.calls() - calls).as("two refused, a put and a get").isEqualTo(4);
		}
	}

	@ParameterizedTest
	@EnumSource
	void throttlingWithoutEndIsAnErrorThatSaysSo(Subject subject) {
		try (FaultyDynamoDb throttling = new FaultyDynamoDb(dynamoDb.endpoint());
				LocalLambda lambda = Workload.connect(subject.sample(), throttling.endpoint()).build()) {
			throttling.always(Fault.throttled());
			InvokeResult throttled = lambda.invoke(Workload.event("throttled"));
			assertThat(throttled.isError()).isTrue();
			assertThat(throttled.errorType()).endsWith("ProvisionedThroughputExceededException");
			throttling.always(Fault.none());
			Workload.assertAnswered(lambda.invoke(Workload.event("after")), "after");
			assertThat(lambda.coldStarts()).isOne();
		}
	}

	@ParameterizedTest
	@EnumSource
	void aConnectionThatIsLostBeforeTheAnswerIsReplaced(Subject subject) {
		try (FaultyDynamoDb losing = new FaultyDynamoDb(dynamoDb.endpoint());
				LocalLambda lambda = Workload.connect(subject.sample(), losing.endpoint()).build()) {
			Workload.assertAnswered(lambda.invoke(Workload.event("before")), "before");
			losing.next(Fault.lost(), Fault.none(), Fault.lost());
			Workload.assertAnswered(lambda.invoke(Workload.event("lost")), "lost");
			Workload.assertAnswered(lambda.invoke(Workload.event("after")), "after");
			assertThat(lambda.coldStarts()).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { -45, 45 })
	void aClockThatIsWrongIsCorrectedByTheServicesDateOnTheJvm(long minutes) {
		assertClockIsCorrected(Subject.JAR, Duration.ofMinutes(minutes));
	}

	@ParameterizedTest
	@ValueSource(longs = { -45, 45 })
	void aClockThatIsWrongIsCorrectedByTheServicesDateInTheExecutable(long minutes) {
		assertClockIsCorrected(Subject.NATIVE, Duration.ofMinutes(minutes));
	}

	private static void assertClockIsCorrected(Subject subject, Duration offset) {
		try (FaultyDynamoDb skewed = new FaultyDynamoDb(dynamoDb.endpoint());
				LocalLambda lambda = Workload.connect(subject.sample(), skewed.endpoint()).build()) {
			skewed.clockOffset(offset);
			Workload.assertAnswered(lambda.invoke(Workload.event("skewed")), "skewed");
			int calls = skewed.calls();
			Workload.assertAnswered(lambda.invoke(Workload.event("corrected")), "corrected");
			assertThat(skewed.calls() - calls).as("a put and a get, signed with the service's time").isEqualTo(2);
		}
	}

}
