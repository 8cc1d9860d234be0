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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.invoke.TooManyRequestsException;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.InvocationEnd;
import dev.kindling.local.workbench.InvocationStart;
import dev.kindling.local.workbench.LogLine;
import dev.kindling.local.workbench.WorkbenchFunction;
import dev.kindling.local.workbench.WorkbenchListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Several functions of one application, as processes of their own.
 */
class FleetIntegrationTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<String> logs = new CopyOnWriteArrayList<>();

	private volatile String problem;

	private LocalLambda lambda;

	@BeforeEach
	void start() {
		this.lambda = LocalLambda.builder()
			.mainClass(PlainRuntime.class)
			.timeout(Duration.ofSeconds(20))
			.initTimeout(Duration.ofSeconds(60))
			.functions(List.of(function("check", "http"), function("store", "sqs"), function("tidy", "schedule")))
			.maxEnvironments(2)
			.codeCheck(() -> this.problem)
			.logs(this.logs::add)
			.build();
	}

	@AfterEach
	void close() {
		this.lambda.close();
	}

	private static WorkbenchFunction function(String name, String event) {
		return new WorkbenchFunction(name, name + "Handler", null, null, event, null, null, false, null, null, null);
	}

	private HttpResponse<String> post(URI address, String body, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI invocations(String function) {
		return this.lambda.endpoint().resolve("/2015-03-31/functions/" + function + "/invocations");
	}

	@Test
	void invokesEachByItsNameInAProcessOfItsOwn() throws Exception {
		String event = PlainRuntime.event("environment").toString();
		JsonNode check = Json.MAPPER.readTree(post(invocations("check"), event).body());
		JsonNode store = Json.MAPPER.readTree(post(invocations("store"), event).body());
		assertThat(check.path("_HANDLER").asText()).isEqualTo("checkHandler");
		assertThat(store.path("_HANDLER").asText()).isEqualTo("storeHandler");
		assertThat(store.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("store");
		assertThat(store.path("AWS_LAMBDA_RUNTIME_API")).isNotEqualTo(check.path("AWS_LAMBDA_RUNTIME_API"));
		assertThat(this.lambda.coldStarts()).isEqualTo(2);
		HttpResponse<String> unknown = post(invocations("function"), event);
		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(unknown.body()).contains("check, store, tidy");
	}

	@Test
	void startsAsManyEnvironmentsAsEventsNeedAndRefusesMoreThanItMay() throws Exception {
		String event = PlainRuntime.event("sleep").put("millis", 3000).toString();
		List<CompletableFuture<InvokeResult>> running = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			running.add(CompletableFuture.supplyAsync(() -> this.lambda.invoke("check", InvokeRequest.of(event))));
		}
		while (this.logs.stream().filter((line) -> line.contains("| START ")).count() < 2) {
			Thread.sleep(10);
		}
		HttpResponse<String> refused = post(invocations("check"), "{}");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("x-amzn-ErrorType")).hasValue("TooManyRequestsException");
		assertThat(Json.MAPPER.readTree(refused.body()).path("Reason").asText())
			.isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
		assertThat(post(this.lambda.functionUrl(), "{}").statusCode()).isEqualTo(429);
		assertThatExceptionOfType(TooManyRequestsException.class)
			.isThrownBy(() -> this.lambda.workbench().invoke("check", InvokeRequest.of("{}")))
			.withMessageContaining("check may have 2 environments");
		assertThat(this.lambda.invoke("store", InvokeRequest.of("{}")).isError()).isFalse();
		for (CompletableFuture<InvokeResult> result : running) {
			assertThat(result.get().isError()).isFalse();
		}
		assertThat(this.lambda.invoke("check", InvokeRequest.of("{}")).report().initDuration()).isNull();
		assertThat(this.lambda.coldStarts()).isEqualTo(3);
	}

	@Test
	void givesThoseThatTakeHttpAPathOfTheirOwn() throws Exception {
		URI root = this.lambda.functionUrl();
		JsonNode own = Json.MAPPER.readTree(post(root.resolve("/check/orders/1?a=b"), "{}").body());
		assertThat(own.path("rawPath").asText()).isEqualTo("/orders/1");
		assertThat(own.path("rawQueryString").asText()).isEqualTo("a=b");
		assertThat(own.path("requestContext").path("http").path("path").asText()).isEqualTo("/orders/1");
		assertThat(Json.MAPPER.readTree(post(root.resolve("/check"), "{}").body()).path("rawPath").asText())
			.isEqualTo("/");
		assertThat(Json.MAPPER.readTree(post(root.resolve("/store/1"), "{}").body()).path("rawPath").asText())
			.as("the only one that takes HTTP has all other paths")
			.isEqualTo("/store/1");
		assertThat(this.lambda.workbench().functions()).extracting(WorkbenchFunction::url)
			.containsExactly(root.resolve("/check/"), null, null);
	}

	@Test
	void firesASchedule() throws Exception {
		JsonNode event = Json.MAPPER
			.readTree(post(this.lambda.endpoint().resolve("/kindling/schedules/tidy"), "").body());
		assertThat(event.path("source").asText()).isEqualTo("aws.events");
		assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
		assertThat(event.path("resources").path(0).asText()).endsWith(":rule/tidy");
		assertThat(this.lambda.workbench().fireSchedule("tidy").json().path("detail").isObject()).isTrue();
		assertThat(post(this.lambda.endpoint().resolve("/kindling/schedules/none"), "").statusCode()).isEqualTo(404);
	}

	@Test
	void keepsAsynchronousEventsUntilThereIsCode() throws Exception {
		this.problem = "';' expected";
		for (int i = 0; i < 3; i++) {
			assertThat(post(invocations("store"), "{\"n\":" + i + "}", "X-Amz-Invocation-Type", "Event").statusCode())
				.isEqualTo(202);
		}
		Thread.sleep(700);
		assertThat(this.logs).noneMatch((line) -> line.contains("| START "))
			.anyMatch((line) -> line.contains("store is kept until there is code"));
		this.problem = null;
		long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (this.logs.stream().filter((line) -> line.startsWith("store | REPORT ")).count() < 3) {
			assertThat(System.nanoTime()).isLessThan(end);
			Thread.sleep(20);
		}
	}

	@Test
	void tellsListenersWhatHappens() {
		List<Object> heard = new CopyOnWriteArrayList<>();
		this.lambda.workbench().addListener(new WorkbenchListener() {

			@Override
			public void invocationStarted(InvocationStart start) {
				heard.add(start);
			}

			@Override
			public void logged(LogLine line) {
				heard.add(line);
				throw new IllegalStateException("a listener's fault");
			}

			@Override
			public void invocationEnded(InvocationEnd end) {
				heard.add(end);
			}

		});
		InvokeResult result = this.lambda.workbench().invoke("store", InvokeRequest.of("{\"n\":1}"));
		assertThat(result.isError()).isFalse();
		assertThat(heard.get(0)).isInstanceOfSatisfying(InvocationStart.class, (start) -> {
			assertThat(start.function()).isEqualTo("store");
			assertThat(start.requestId()).isEqualTo(result.requestId());
			assertThat(new String(start.request().payload())).isEqualTo("{\"n\":1}");
		});
		assertThat(heard.get(heard.size() - 1)).isInstanceOfSatisfying(InvocationEnd.class, (end) -> {
			assertThat(end.result()).isSameAs(result);
			assertThat(end.isColdStart()).isTrue();
		});
		assertThat(heard).filteredOn(LogLine.class::isInstance)
			.map((line) -> ((LogLine) line).text())
			.containsSequence(result.logs());
		assertThat(this.logs).anyMatch((line) -> line.contains("a listener's fault"));
	}

}
