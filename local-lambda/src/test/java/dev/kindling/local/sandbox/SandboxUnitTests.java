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

package dev.kindling.local.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.server.ResponseSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxUnitTests {

	private static final FunctionSettings SETTINGS = new FunctionSettings("function", "function", List.of("none"), null,
			Path.of("").toAbsolutePath(), Map.of(), 128, false, Duration.ofSeconds(3), Duration.ofSeconds(10),
			"eu-central-1", 0);

	private final ExecutorService runtime = Executors.newSingleThreadExecutor();

	@AfterEach
	void stop() {
		this.runtime.shutdownNow();
	}

	@Test
	void handsOverAnInvocationThatComesWhileTheRuntimeAsksForTheFirstTime() throws Exception {
		for (int i = 0; i < 10_000; i++) {
			Sandbox sandbox = new Sandbox(SETTINGS);
			PendingInvocation invocation = new PendingInvocation("id", InvokeRequest.of("{}"), "", 0,
					ResponseSink.collecting());
			Future<PendingInvocation> asked = this.runtime.submit(sandbox::next);
			while (!sandbox.isInitialised()) {
				Thread.onSpinWait();
			}
			sandbox.dispatch(invocation);
			assertThat(asked.get(5, TimeUnit.SECONDS)).as("round %d", i).isSameAs(invocation);
		}
	}

	@Test
	void refusesTheRuntimeThatAsksWhileAnInvocationRuns() throws Exception {
		Sandbox sandbox = new Sandbox(SETTINGS);
		sandbox.dispatch(new PendingInvocation("id", InvokeRequest.of("{}"), "", 0, ResponseSink.collecting()));
		assertThat(sandbox.next()).isNotNull();
		assertThat(sandbox.next()).isNull();
	}

}
