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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HostConfig;
import dev.kindling.it.Subject;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The native executable in a sandbox like Lambda's smallest one.
 */
@RequiresDocker
class LambdaContainerIntegrationTests {

	private static final int MEGABYTES = 128;

	private static final double CPUS = Math.round(MEGABYTES / LambdaContainer.MEGABYTES_PER_CPU * 10_000) / 10_000.0;

	private static final DynamoDbContainer dynamoDb = new DynamoDbContainer();

	@BeforeAll
	static void start() {
		dynamoDb.startFor("the native sample in a container");
	}

	@AfterAll
	static void stop() {
		dynamoDb.stop();
	}

	@Test
	void theSampleServesWithinTheSmallestSandbox() {
		List<String> log = new CopyOnWriteArrayList<>();
		try (LambdaContainer sandbox = new LambdaContainer(sample(), MEGABYTES, CPUS, true);
				LocalLambda lambda = Workload.connect(LocalLambda.builder(), dynamoDb.endpoint())
					.command(sandbox.command())
					.memorySize(MEGABYTES)
					.timeout(Duration.ofSeconds(30))
					.logs(log::add)
					.build()) {
			for (int i = 0; i < 100; i++) {
				InvokeResult result = lambda.invoke(Workload.event("Ada " + i));
				Workload.assertAnswered(result, "Ada " + i);
			}
			assertThat(lambda.coldStarts()).isOne();
			assertLimited(sandbox.inspect());
			assertThat(log).as("nothing but what Lambda itself logs")
				.allMatch((line) -> line.startsWith("START") || line.startsWith("END") || line.startsWith("REPORT")
						|| line.startsWith("INIT"));
		}
	}

	@Test
	void theSampleNeedsNoFileThatItCouldWriteTo() {
		try (LambdaContainer sandbox = new LambdaContainer(sample(), MEGABYTES, CPUS, false);
				LocalLambda lambda = Workload.connect(LocalLambda.builder(), dynamoDb.endpoint())
					.command(sandbox.command())
					.timeout(Duration.ofSeconds(30))
					.build()) {
			Workload.assertAnswered(lambda.invoke(Workload.event("Ada")), "Ada");
			InspectContainerResponse container = sandbox.inspect();
			assertThat(container.getHostConfig().getReadonlyRootfs()).isTrue();
			assertThat(container.getHostConfig().getTmpFs()).isNullOrEmpty();
		}
	}

	@Test
	void aCallThatNeedsMoreMemoryThanThereIsFailsAndTheNextIsServed() {
		Path application = Path.of(Subject.NATIVE.applicationCommand()[0]);
		try (LambdaContainer sandbox = new LambdaContainer(application, MEGABYTES, 1, true);
				LocalLambda lambda = LocalLambda.builder()
					.command(sandbox.command())
					.handler("retain")
					.memorySize(MEGABYTES)
					.initTimeout(Duration.ofSeconds(60))
					.timeout(Duration.ofSeconds(60))
					.build()) {
			assertThat(lambda.invoke("{\"megabytes\":8}").payloadAsString()).isEqualTo("{\"megabytes\":8}");
			sandbox.inspect();
			InvokeResult result = lambda.invoke("{\"megabytes\":512}");
			assertThat(result.isError()).isTrue();
			assertThat(result.errorType()).isIn("java.lang.OutOfMemoryError", "Runtime.ExitError");
			assertThat(lambda.invoke("{\"megabytes\":8}").payloadAsString()).isEqualTo("{\"megabytes\":8}");
			assertThat(lambda.coldStarts()).as("a process without memory is replaced").isEqualTo(2);
		}
	}

	private static Path sample() {
		return Path.of(Subject.NATIVE.sampleCommand()[0]);
	}

	private static void assertLimited(InspectContainerResponse container) {
		HostConfig limits = container.getHostConfig();
		assertThat(limits.getMemory()).isEqualTo(MEGABYTES * 1024L * 1024L);
		assertThat(limits.getMemorySwap()).isEqualTo(limits.getMemory());
		assertThat(limits.getNanoCPUs()).isEqualTo(Math.round(CPUS * 1e9));
		assertThat(limits.getReadonlyRootfs()).isTrue();
		assertThat(container.getConfig().getUser()).isEqualTo(LambdaContainer.USER);
		assertThat(container.getState().getOOMKilled()).isFalse();
	}

}
