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

package dev.kindling.it.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.kindling.fake.ApiRequest;
import dev.kindling.fake.Exchange;
import dev.kindling.fake.FakeRuntimeApi;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many invocations in one process.
 */
class LoadIntegrationTests {

	private static final int WARM_UP = 10_000;

	private static final int INVOCATIONS = 100_000;

	private static final int BATCH = 50;

	private static final int SOAK_BATCHES = 400;

	private static final int KIBIBYTE = 1024;

	static Stream<Arguments> subjects() {
		return Stream.of(subject("the runtime by itself", new PlainConformanceIntegrationTests()),
				subject("the native executable", new NativeConformanceIntegrationTests()));
	}

	private static Arguments subject(String name, ConformanceScenarios suite) {
		return Arguments.of(Named.of(name, suite));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("subjects")
	void servesAHundredThousandInvocationsWithoutGrowing(ConformanceScenarios subject) throws Exception {
		try (FakeRuntimeApi api = new FakeRuntimeApi();
				SubjectProcess process = new SubjectProcess(subject.command(), api.authority(), Map.of())) {
			byte[] event = ("echo\n" + "x".repeat(KIBIBYTE)).getBytes(StandardCharsets.UTF_8);
			exchange(api, event, WARM_UP);
			long heap = heapBytes(api);
			long resident = process.residentKib();
			exchange(api, event, INVOCATIONS - WARM_UP);
			long heapGrowth = heapBytes(api) - heap;
			long residentGrowth = process.residentKib() - resident;
			System.out.println("After " + INVOCATIONS + " invocations: live heap grew by " + heapGrowth
					+ " bytes, resident memory by " + residentGrowth + " KiB since the first " + WARM_UP);
			assertThat(heapGrowth).isLessThan(512 * KIBIBYTE);
			// What the virtual machine still compiles, and the heap's own spread
			assertThat(residentGrowth).isLessThan(24 * KIBIBYTE);
			assertThat(api.violations()).isEmpty();
			assertThat(api.connections()).isLessThanOrEqualTo(2);
			assertThat(process.output()).isEmpty();
		}
	}

	/**
	 * Exchanges in batches, so that the process never waits for the test.
	 */
	private static void exchange(FakeRuntimeApi api, byte[] event, int count) throws InterruptedException {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < count; i += BATCH) {
			ids.clear();
			for (int j = 0; j < BATCH; j++) {
				ids.add(api.deliver(event));
			}
			for (String id : ids) {
				ApiRequest post = api.post();
				if (!post.isFor(id) || !post.kind().equals("response") || post.body().length != KIBIBYTE) {
					throw new AssertionError("Invocation " + id + " was answered by " + post.line());
				}
			}
		}
	}

	private static long heapBytes(FakeRuntimeApi api) throws InterruptedException {
		api.deliver("memory\n".getBytes(StandardCharsets.UTF_8));
		return Long.parseLong(api.post().text());
	}

	/**
	 * A reset now before, now after a request has been taken: what was not accepted is
	 * sent again, and nothing is accepted twice.
	 */
	@ParameterizedTest(name = "{0}")
	@MethodSource("subjects")
	void answersEachInvocationOnceThoughTheConnectionIsResetEveryFifty(ConformanceScenarios subject) throws Exception {
		try (FakeRuntimeApi api = new FakeRuntimeApi();
				SubjectProcess process = new SubjectProcess(subject.command(), api.authority(), Map.of())) {
			Set<String> accepted = new HashSet<>();
			for (int batch = 0; batch < SOAK_BATCHES; batch++) {
				boolean beforeNext = batch % 2 == 0;
				if (beforeNext) {
					api.next(Exchange::reset);
				}
				else {
					for (int i = 1; i < BATCH; i++) {
						api.onPost(Exchange::accept);
					}
					api.onPost(Exchange::acceptAndReset);
				}
				List<String> ids = new ArrayList<>();
				for (int i = 0; i < BATCH; i++) {
					ids.add(api.deliver(("echo\ninvocation " + i).getBytes(StandardCharsets.UTF_8)));
				}
				for (int i = 0; i < BATCH; i++) {
					assertAnswer(api.post(), ids.get(i), "invocation " + i);
					assertThat(accepted.add(ids.get(i))).isTrue();
				}
				if (!beforeNext) {
					// Its answer was lost: it comes again, and is refused as a repetition
					assertAnswer(api.post(), ids.get(BATCH - 1), "invocation " + (BATCH - 1));
				}
			}
			api.awaitIdle();
			assertThat(api.hasPost()).isFalse();
			assertThat(accepted).hasSize(SOAK_BATCHES * BATCH);
			assertThat(api.openInvocations()).isZero();
			assertThat(api.violations()).isEmpty();
			assertThat(process.isAlive()).isTrue();
			assertThat(process.output()).isEmpty();
		}
	}

	private static void assertAnswer(ApiRequest post, String id, String payload) {
		if (!post.isFor(id) || !post.kind().equals("response") || !post.text().equals(payload)) {
			throw new AssertionError("Invocation " + id + " was answered by " + post.line());
		}
	}

}
