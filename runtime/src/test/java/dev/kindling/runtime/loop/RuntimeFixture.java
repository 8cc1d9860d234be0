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

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.InvocationResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A runtime against a {@link FakeRuntimeApi}.
 */
public abstract class RuntimeFixture {

	public final RecordingProcess process = new RecordingProcess();

	final List<Throwable> failures = new CopyOnWriteArrayList<>();

	FakeRuntimeApi api;

	LambdaRuntime runtime;

	@BeforeEach
	void listen() throws IOException {
		this.api = new FakeRuntimeApi();
	}

	@AfterEach
	void close() throws IOException {
		if (this.runtime != null) {
			this.runtime.close();
		}
		this.api.close();
	}

	void start(InvocationHandler handler, String... environment) {
		start(handler, (builder) -> builder.shutdownSignal(false), environment);
	}

	void start(InvocationHandler handler, UnaryOperator<LambdaRuntimeBuilder> options, String... environment) {
		this.runtime = options
			.apply(LambdaRuntime.builder(this.api.environment(environment))
				.handler(handler)
				.onFailure((invocation, failure) -> this.failures.add(failure))
				.process(this.process))
			.build();
		this.runtime.start();
	}

	static InvocationResponse echo(Invocation invocation) {
		return InvocationResponse.of(invocation.body());
	}

	/**
	 * What a working loop does.
	 */
	void assertServes() throws InterruptedException {
		String id = this.api.invoke("{\"still\":true}");
		FakeRuntimeApi.Exchange post = this.api.post();
		assertThat(post.path()).isEqualTo("/2018-06-01/runtime/invocation/" + id + "/response");
	}

}
