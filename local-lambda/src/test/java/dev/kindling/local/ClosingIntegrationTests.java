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

package dev.kindling.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is left of a Lambda that ends while its function starts.
 */
class ClosingIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static List<ProcessHandle> sleepers() {
		return ProcessHandle.current()
			.children()
			.filter((child) -> child.info().command().orElse("").endsWith("sleep"))
			.filter(ProcessHandle::isAlive)
			.toList();
	}

	@Test
	void leavesNoProcessOfAnInitThatIsRepeated() throws Exception {
		LocalLambda lambda = LocalLambda.builder()
			.command("/bin/sh", "-c", "exec sleep 60")
			.timeout(Duration.ofSeconds(60))
			.initTimeout(Duration.ofSeconds(60))
			.build();
		CompletableFuture<Void> call = CompletableFuture.runAsync(() -> lambda.invoke("{}"));
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (sleepers().isEmpty()) {
			assertThat(System.nanoTime()).isLessThan(end);
			Thread.sleep(20);
		}
		lambda.close();
		end = System.nanoTime() + PATIENCE.toNanos();
		while (!call.isDone() && System.nanoTime() < end) {
			Thread.sleep(20);
		}
		List<ProcessHandle> left = sleepers();
		left.forEach(ProcessHandle::destroyForcibly);
		assertThat(left).isEmpty();
		assertThat(call).isDone();
	}

}
