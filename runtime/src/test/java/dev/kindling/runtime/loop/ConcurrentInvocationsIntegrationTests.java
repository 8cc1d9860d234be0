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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import dev.kindling.fake.ApiRequest;
import dev.kindling.runtime.CurrentInvocation;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lambda Managed Instances: several invocations in one process at once.
 */
class ConcurrentInvocationsIntegrationTests extends RuntimeFixture {

	private static final String CONCURRENCY = "AWS_LAMBDA_MAX_CONCURRENCY";

	@Test
	void invocationsOverlapEachOverAConnectionOfItsOwn() throws Exception {
		CyclicBarrier together = new CyclicBarrier(4);
		start((invocation) -> {
			together.await(20, TimeUnit.SECONDS);
			return echo(invocation);
		}, CONCURRENCY, "4");
		for (int i = 0; i < 8; i++) {
			deliver("{}");
		}
		for (int i = 0; i < 8; i++) {
			assertThat(this.api.post().path()).endsWith("/response");
		}
		assertThat(this.api.connections()).isEqualTo(4);
	}

	@Test
	void oneFailingAndOneSlowInvocationDontDisturbTheRest() throws Exception {
		CountDownLatch slow = new CountDownLatch(1);
		start((invocation) -> {
			switch (invocation.body().length) {
				case 2 -> throw new IllegalStateException("failed");
				case 3 -> slow.await();
				default -> {
				}
			}
			return echo(invocation);
		}, CONCURRENCY, "2");
		deliver("{ }");
		for (int i = 0; i < 20; i++) {
			deliver("{}");
			assertThat(this.api.post().path()).endsWith("/error");
			deliver("{  }");
			assertThat(this.api.post().path()).endsWith("/response");
		}
		slow.countDown();
		assertThat(this.api.post().path()).endsWith("/id-1/response");
	}

	/**
	 * Spring Cloud Function's adapter keeps the trace header in a system property however
	 * many invocations run.
	 */
	@Test
	void invocationTenantAndTraceNeverLeak() throws Exception {
		List<String> wrong = new CopyOnWriteArrayList<>();
		start((invocation) -> {
			String expected = invocation.requestId();
			for (int i = 0; i < 20; i++) {
				Invocation current = CurrentInvocation.get();
				if (!current.requestId().equals(expected) || !("Root=" + expected).equals(current.traceId())
						|| !("tenant-" + expected).equals(current.tenantId())) {
					wrong.add(current.requestId() + " instead of " + expected);
				}
				if (System.getProperty("com.amazonaws.xray.traceHeader") != null) {
					wrong.add("trace header set for the whole process");
				}
				Thread.yield();
			}
			return InvocationResponse.of(expected.getBytes());
		}, CONCURRENCY, "8");
		Map<String, String> answers = new HashMap<>();
		for (int i = 1; i <= 400; i++) {
			deliver("{}", "Lambda-Runtime-Trace-Id: Root=id-" + i, "Lambda-Runtime-Aws-Tenant-Id: tenant-id-" + i);
		}
		for (int i = 0; i < 400; i++) {
			ApiRequest post = this.api.post();
			assertThat(post.path()).isEqualTo("/2018-06-01/runtime/invocation/" + post.text() + "/response");
			answers.put(post.text(), post.path());
		}
		assertThat(answers).hasSize(400);
		assertThat(wrong).isEmpty();
	}

	@Test
	void aConcurrencyOfOneIsConcurrentModeAllTheSame() throws Exception {
		List<String> traces = new CopyOnWriteArrayList<>();
		start((invocation) -> {
			traces.add(invocation.traceId() + " " + System.getProperty("com.amazonaws.xray.traceHeader"));
			return echo(invocation);
		}, CONCURRENCY, "1");
		deliver("{}", "Lambda-Runtime-Trace-Id: Root=1");
		this.api.post();
		assertThat(traces).containsExactly("Root=1 null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "many", "0", "-1", "1.5", " 2", "99999999999", "10001" })
	void aConcurrencyThatIsNoNumberIsAnInitError(String value) throws Exception {
		start(RuntimeFixture::echo, CONCURRENCY, value);
		ApiRequest error = this.api.post();
		assertThat(error.path()).isEqualTo("/2018-06-01/runtime/init/error");
		assertThat(error.headers()).containsEntry("lambda-runtime-function-error-type", "Runtime.InvalidConfiguration");
		assertThat(error.text()).contains("AWS_LAMBDA_MAX_CONCURRENCY must be a whole number from 1 to 10000");
		assertThat(this.process.end()).isEqualTo("halt 1");
	}

	@Test
	void theProcessEndsWhenOneWorkerIsToldSo() throws Exception {
		start(RuntimeFixture::echo, CONCURRENCY, "3");
		this.api.next((exchange) -> exchange.status(500, ""));
		assertThat(this.process.end()).isEqualTo("halt 1");
	}

	@Test
	void closingEndsAllWorkers() throws Exception {
		start(RuntimeFixture::echo, CONCURRENCY, "3");
		assertServes();
		this.runtime.close();
		assertThat(this.runtime.isRunning()).isFalse();
		assertThat(this.process.lines()).isEmpty();
	}

}
