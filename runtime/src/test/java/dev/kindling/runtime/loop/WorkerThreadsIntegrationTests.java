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

package dev.kindling.runtime.loop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerThreadsIntegrationTests {

	@Test
	void startsVirtualThreadsWhereThereAreSome() throws Exception {
		CompletableFuture<Thread> started = new CompletableFuture<>();
		Thread thread = new WorkerThreads().start("worker-1", () -> started.complete(Thread.currentThread()));
		assertThat(started.get(20, TimeUnit.SECONDS)).isSameAs(thread);
		assertThat(thread.getName()).isEqualTo("worker-1");
		// Virtual threads are always daemons, these platform threads never
		assertThat(thread.isDaemon()).isEqualTo(Runtime.version().feature() >= 21);
	}

}
