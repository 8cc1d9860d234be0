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

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import dev.kindling.local.invoke.FunctionCode;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A function that gets new code while the Lambda runs.
 */
class DeploymentIntegrationTests {

	private final List<String> logs = new CopyOnWriteArrayList<>();

	private volatile String problem;

	private LocalLambda lambda;

	@AfterEach
	void close() {
		this.lambda.close();
	}

	private LocalLambda start() {
		this.lambda = LocalLambda.builder()
			.mainClass(PlainRuntime.class)
			.timeout(Duration.ofSeconds(20))
			.codeCheck(() -> this.problem)
			.logs(this.logs::add)
			.build();
		return this.lambda;
	}

	private static FunctionCode code() {
		List<Path> classPath = Stream
			.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
				.split(File.pathSeparator))
			.map(Path::of)
			.toList();
		return FunctionCode.classPath(PlainRuntime.class.getName(), classPath, "-Ddeployed=anew");
	}

	@Test
	void givesTheNextEventANewEnvironment() throws Exception {
		LocalLambda running = start().start();
		long first = running.pid();
		running.deploy(code());
		assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
		assertThat(running.coldStarts()).as("as on Lambda, the event starts it").isEqualTo(1);
		InvokeResult result = running.invoke("{\"n\":1}");
		assertThat(result.json().path("n").asInt()).isEqualTo(1);
		assertThat(result.report().initDuration()).isPositive();
		assertThat(running.pid()).isNotEqualTo(first);
		assertThat(running.coldStarts()).isEqualTo(2);
	}

	@Test
	void letsTheEventEndThatIsBeingHandled() throws Exception {
		LocalLambda running = start().start();
		String event = PlainRuntime.event("sleep").put("millis", 1500).toString();
		CompletableFuture<InvokeResult> handled = CompletableFuture.supplyAsync(() -> running.invoke(event));
		while (this.logs.stream().noneMatch((line) -> line.startsWith("START "))) {
			Thread.sleep(10);
		}
		running.deploy(code());
		assertThat(handled.get().isError()).isFalse();
		assertThat(handled.get().json().path("millis").asInt()).isEqualTo(1500);
		assertThat(running.invoke("{}").isError()).isFalse();
		assertThat(running.coldStarts()).isEqualTo(2);
	}

	@Test
	void answersWithWhatIsWrongWhereThereIsNoCodeToRun() throws Exception {
		LocalLambda running = start();
		this.problem = "Greeter.java:[3,7] ';' expected\nand more";
		InvokeResult result = running.invoke("{}");
		assertThat(result.functionError()).isEqualTo("Unhandled");
		assertThat(result.errorType()).isEqualTo("Kindling.NoCode");
		assertThat(result.errorMessage()).isEqualTo(this.problem);
		assertThat(running.coldStarts()).isZero();
		HttpResponse<String> page = post(running.functionUrl());
		assertThat(page.statusCode()).isEqualTo(502);
		assertThat(page.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
		assertThat(page.body()).isEqualTo(this.problem);
		HttpResponse<String> answer = post(running.endpoint().resolve("/2015-03-31/functions/function/invocations"));
		assertThat(answer.headers().firstValue("X-Amz-Function-Error")).hasValue("Unhandled");
		assertThat(Json.MAPPER.readTree(answer.body()).path("errorMessage").asText()).isEqualTo(this.problem);
		assertThat(this.logs).anyMatch((line) -> line.contains(result.requestId()) && line.contains("';' expected"));
		this.problem = null;
		assertThat(running.invoke("{}").isError()).isFalse();
	}

	private static HttpResponse<String> post(URI address) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
					HttpResponse.BodyHandlers.ofString());
	}

}
