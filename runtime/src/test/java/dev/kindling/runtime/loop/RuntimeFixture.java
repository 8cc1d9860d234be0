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
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import dev.kindling.fake.ApiRequest;
import dev.kindling.fake.FakeRuntimeApi;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.InvocationResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A runtime against a {@link FakeRuntimeApi}, to which it is to send nothing but what is
 * specified.
 */
public abstract class RuntimeFixture {

	public final RecordingProcess process = new RecordingProcess();

	final List<Throwable> failures = new CopyOnWriteArrayList<>();

	FakeRuntimeApi api;

	LambdaRuntime runtime;

	@BeforeEach
	void listen() throws IOException {
		this.api = new FakeRuntimeApi("id-%d");
	}

	@AfterEach
	void close() throws IOException {
		if (this.runtime != null) {
			this.runtime.close();
		}
		this.api.close();
		assertThat(this.api.violations()).isEmpty();
	}

	Map<String, String> environment(String... more) {
		Map<String, String> environment = new HashMap<>(Map.of("AWS_LAMBDA_RUNTIME_API", this.api.authority()));
		for (int i = 0; i < more.length; i += 2) {
			environment.put(more[i], more[i + 1]);
		}
		return environment;
	}

	/**
	 * Has an event delivered.
	 * @return its request id
	 */
	String deliver(String event, String... headers) {
		return this.api.deliver(event.getBytes(StandardCharsets.UTF_8), headers);
	}

	/**
	 * Refuses the next post.
	 */
	void refusePost(int status) {
		this.api.onPost((exchange) -> exchange.status(status, ""));
	}

	void start(InvocationHandler handler, String... environment) {
		start(handler, (builder) -> builder.shutdownSignal(false), environment);
	}

	void start(InvocationHandler handler, UnaryOperator<LambdaRuntimeBuilder> options, String... environment) {
		this.runtime = options
			.apply(LambdaRuntime.builder(environment(environment))
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
		String id = deliver("{\"still\":true}");
		ApiRequest post = this.api.post();
		assertThat(post.path()).isEqualTo("/2018-06-01/runtime/invocation/" + id + "/response");
	}

}
