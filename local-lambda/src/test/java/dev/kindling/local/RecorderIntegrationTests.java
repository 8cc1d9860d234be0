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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.record.RecordedFiles;
import dev.kindling.local.record.Recorder;
import dev.kindling.local.record.RecorderSettings;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.WorkbenchFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a recorder keeps of the invocations of a local Lambda, whoever sends the events.
 */
class RecorderIntegrationTests {

	private final List<String> logs = new CopyOnWriteArrayList<>();

	private final List<String> problems = new CopyOnWriteArrayList<>();

	@TempDir
	private Path directory;

	private volatile String problem;

	private LocalLambda lambda;

	private Recorder recorder;

	@BeforeEach
	void start() {
		this.lambda = LocalLambda.builder()
			.mainClass(PlainRuntime.class)
			.timeout(Duration.ofSeconds(20))
			.initTimeout(Duration.ofSeconds(60))
			.functions(
					List.of(WorkbenchFunction.of("web", "webHandler"), WorkbenchFunction.of("store", "storeHandler")))
			.maxEnvironments(2)
			.environment("DB_PASSWORD", "tomato-soup")
			.codeCheck(() -> this.problem)
			.logs((line) -> {
			})
			.build();
		this.recorder = Recorder.start(this.lambda.workbench(),
				new RecorderSettings(this.directory, List.of(), List.of(), Map.of("DB_PASSWORD", "tomato-soup")),
				this.logs::add, this.problems::add);
	}

	@AfterEach
	void close() {
		this.recorder.close();
		this.lambda.close();
	}

	private HttpResponse<String> send(String path, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.lambda.functionUrl() + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * Closing waits for the files.
	 */
	private JsonNode only(String function, String name) throws Exception {
		this.recorder.close();
		assertThat(new RecordedFiles(this.directory.resolve(function)).list()).as(this.problems.toString())
			.extracting((file) -> file.getFileName().toString())
			.containsExactly(name);
		return Json.MAPPER.readTree(Files.readString(this.directory.resolve(function).resolve(name)));
	}

	@Test
	void keepsRequestsWithoutCredentials() throws Exception {
		assertThat(send("web/orders?a=1", "Authorization", "Bearer 0123456789").body()).contains("0123456789");
		JsonNode file = only("web", "001-GET-orders.json");
		assertThat(file.path("function").asText()).isEqualTo("web");
		assertThat(file.path("handler").asText()).isEqualTo("webHandler");
		assertThat(file.at("/event/rawPath").asText()).isEqualTo("/orders");
		assertThat(file.at("/event/headers/authorization").asText()).isEqualTo("Bearer masked");
		assertThat(file.at("/answer/headers/authorization").asText()).isEqualTo("Bearer ${any}");
		assertThat(file.at("/answer/requestContext/requestId")).as("the event has it, too")
			.isEqualTo(file.at("/event/requestContext/requestId"));
		assertThat(file.toString()).doesNotContain("0123456789");
		assertThat(this.logs).singleElement()
			.asString()
			.startsWith("Recorded ")
			.contains("001-GET-orders.json (masked: authorization; marked in the answer: ${any})");
	}

	@Test
	void keepsErrorsAndBatchesInTheirOrder() throws Exception {
		this.lambda.invoke("store", InvokeRequest.of(PlainRuntime.event("error").toString()));
		this.lambda.invoke("store", InvokeRequest
			.of("{\"Records\":[{\"eventSource\":\"aws:sqs\",\"messageId\":\"m\",\"body\":\"{\\\"fail\\\":1}\"}]}"));
		this.recorder.close();
		Path store = this.directory.resolve("store");
		assertThat(store.toFile().list()).containsExactlyInAnyOrder("001-event-failed.json", "002-sqs-1-record.json");
		JsonNode failed = Json.MAPPER.readTree(Files.readString(store.resolve("001-event-failed.json")));
		assertThat(failed.path("failed").asBoolean()).isTrue();
		assertThat(failed.path("answer").toString())
			.isEqualTo("{\"errorType\":\"Odd\",\"errorMessage\":\"it went wrong\"}");
	}

	@Test
	void keepsAnAnswerThatIsStreamedToTheCaller() throws Exception {
		assertThat(send("web/?do=stream").body()).isEqualTo("one,two,three");
		assertThat(only("web", "001-GET.json").path("answerText").asText()).isEqualTo("one,two,three");
	}

	@Test
	void keepsNoEventThatNoCodeHasSeen() throws Exception {
		this.problem = "It doesn't compile";
		assertThat(send("web/").statusCode()).isEqualTo(502);
		this.recorder.close();
		assertThat(this.directory).isEmptyDirectory();
		assertThat(this.logs).isEmpty();
	}

	@Test
	void saysWhenItCantWrite() throws Exception {
		Files.writeString(this.directory.resolve("store"), "in the way");
		this.lambda.invoke("store", InvokeRequest.of("{}"));
		this.recorder.close();
		assertThat(this.problems).singleElement().asString().startsWith("An event of store can't be recorded: ");
	}

	@Test
	void hidesCredentialsOfTheEnvironmentInAnswers() throws Exception {
		this.lambda.invoke("store", InvokeRequest.of(PlainRuntime.event("environment").toString()));
		JsonNode file = only("store", "001-event.json");
		assertThat(file.at("/answer/DB_PASSWORD").asText()).isEqualTo("${any}");
		assertThat(file.toString()).doesNotContain("tomato-soup");
	}

	@Test
	void hidesCredentialsInTheNameOfTheFile() throws Exception {
		send("web/reset/tomato-soup/0123456789", "Authorization", "Bearer 0123456789");
		JsonNode file = only("web", "001-GET-reset-masked-masked.json");
		assertThat(file.at("/event/rawPath").asText()).isEqualTo("/reset/masked/masked");
		assertThat(this.logs.toString()).doesNotContain("tomato-soup", "0123456789");
	}

}
