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

package dev.kindling.console;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.dynamodb.TableDefinition;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.workbench.FailedRecord;
import dev.kindling.local.workbench.Reload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console's server, as its page and as others see it, around a real Lambda.
 */
class ConsoleIntegrationTests {

	private static final String PASSWORD = "correct horse battery staple";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final JsonMapper MAPPER = new JsonMapper();

	private static LocalLambda lambda;

	private static EmbeddedDynamoDb database;

	private static LocalWorkbench workbench;

	private static Console console;

	@BeforeAll
	static void start() throws Exception {
		// the client sets Host and Origin only where it is allowed to
		lambda = LocalLambda.builder()
			.mainClass(EchoRuntime.class)
			.functionName("echo")
			.memorySize(256)
			.environment("DB_PASSWORD", PASSWORD)
			.logs((line) -> {
			})
			.build();
		database = EmbeddedDynamoDb.start(TableDefinition.parse("orders:id:S"));
		database.call("PutItem",
				"{\"TableName\":\"orders\",\"Item\":{\"id\":{\"S\":\"1\"},\"lines\":{\"L\":[{\"N\":\"1.50\"},{\"BOOL\":true}]},\"note\":{\"S\":\""
						+ PASSWORD + "\"}}}");
		workbench = new LocalWorkbench(lambda, database);
		JsonNode example = MAPPER.readTree("{\"id\":\"1\",\"quantity\":2}");
		console = Console.start(0, workbench, Map.of("DB_PASSWORD", PASSWORD), (function) -> example);
	}

	@AfterAll
	static void stop() {
		console.close();
		lambda.close();
		database.close();
	}

	private static HttpResponse<String> get(String path, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(console.address().resolve(path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static JsonNode json(String path) throws Exception {
		return MAPPER.readTree(get(path).body());
	}

	private static String token() throws Exception {
		Matcher token = Pattern.compile("kindling-token\" content=\"([0-9a-f]{32})\"").matcher(get("/").body());
		assertThat(token.find()).isTrue();
		return token.group(1);
	}

	private static HttpResponse<String> send(String function, String event, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(console.address().resolve("/api/invocations?function=" + function))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(event));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static JsonNode sendAsPage(String event) throws Exception {
		return MAPPER.readTree(send("echo", event, "X-Kindling-Console", token()).body());
	}

	@Test
	void sendsAnEventAndShowsAnswerLogAndReport() throws Exception {
		JsonNode invocation = sendAsPage("{\"amount\":1.50,\"big\":12345678901234567890}");
		assertThat(invocation.get("answer").asText()).contains("1.50", "12345678901234567890");
		assertThat(invocation.get("memorySize").asInt()).isEqualTo(256);
		assertThat(invocation.at("/row/1").asText()).isEqualTo("echo");
		assertThat(invocation.at("/row/6").asText()).isEqualTo("ok");
		assertThat(invocation.get("log")).anySatisfy((line) -> assertThat(line.asText()).startsWith("REPORT"));
		assertThat(json("/api/invocations/" + invocation.at("/row/0").asText())).isEqualTo(invocation);
	}

	@Test
	void showsWhatFails() throws Exception {
		JsonNode invocation = sendAsPage("{\"fail\":true}");
		assertThat(invocation.at("/row/6").asText()).isEqualTo("error");
		assertThat(invocation.get("answer").asText()).contains("as it was told");
	}

	@Test
	void showsTheRecordsThatAreReportedAsFailed() throws Exception {
		JsonNode invocation = sendAsPage(
				"{\"Records\":[{\"messageId\":\"m-1\",\"body\":\"batch\"},{\"messageId\":\"m-2\",\"body\":\"bad\"}],\"batch\":1}");
		assertThat(invocation.at("/row/7").asInt()).isEqualTo(1);
		assertThat(invocation.at("/failed/0/id").asText()).isEqualTo("m-2");
		assertThat(invocation.at("/failed/0/content").asText()).contains("\"bad\"");
		assertThat(json("/api/state").get("failures").findValuesAsText("id")).contains("m-2");
	}

	@Test
	void tellsWhereAnEventIsNoJson() throws Exception {
		HttpResponse<String> answer = send("echo", "{\n  \"a\": }", "X-Kindling-Console", token());
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(MAPPER.readTree(answer.body()).get("line").asInt()).isEqualTo(2);
		assertThat(send("echo", "  ", "X-Kindling-Console", token()).statusCode()).isEqualTo(400);
	}

	@Test
	void knowsTheLambdasFunctionsOnly() throws Exception {
		assertThat(send("other", "{}", "X-Kindling-Console", token()).statusCode()).isEqualTo(404);
		assertThat(get("/api/events?function=other").statusCode()).isEqualTo(404);
	}

	@Test
	void showsTablesWithoutDynamoDbsTypes() throws Exception {
		JsonNode table = json("/api/tables").get(0);
		assertThat(table.get("name").asText()).isEqualTo("orders");
		assertThat(table.at("/items/0/id").asText()).isEqualTo("1");
		assertThat(table.at("/items/0/lines").asText()).isEqualTo("[1.50,true]");
	}

	@Test
	void neverShowsCredentials() throws Exception {
		JsonNode invocation = sendAsPage("{\"password\":\"" + PASSWORD + "\"}");
		assertThat(invocation.get("log").toString()).contains("the password is ••••");
		assertThat(invocation.toString()).doesNotContain(PASSWORD);
		assertThat(get("/api/tables").body()).contains("••••").doesNotContain(PASSWORD);
		reloaded("a file", "No: " + PASSWORD);
		assertThat(get("/api/state").body()).contains("No: ••••").doesNotContain(PASSWORD);
	}

	@Test
	@Timeout(60)
	void tellsPagesWhatHappens() throws Exception {
		try (Stream<String> live = CLIENT
			.send(HttpRequest.newBuilder(console.address().resolve("/api/live")).build(),
					HttpResponse.BodyHandlers.ofLines())
			.body()) {
			Iterator<String> lines = live.iterator();
			assertThat(lines.next()).contains("hello");
			JsonNode row = sendAsPage("{}").get("row");
			List<JsonNode> told = invocations(lines.next());
			while (!told.contains(row)) {
				told = invocations(lines.next());
			}
		}
	}

	/**
	 * The invocations that a line tells of, with its numbers as they are read elsewhere.
	 */
	private static List<JsonNode> invocations(String line) throws Exception {
		List<JsonNode> rows = new ArrayList<>();
		if (line.startsWith("data: ")) {
			for (JsonNode update : MAPPER.readTree(line.substring("data: ".length()))) {
				if (update.get("kind").asText().equals("invocation")) {
					rows.add(update.get("value"));
				}
			}
		}
		return rows;
	}

	private static void reloaded(String cause, String problem) {
		workbench.tell((listener) -> listener.reloaded(new Reload(Instant.now(), cause, problem)));
	}

	@Test
	void showsAProblemAndItsEnd() throws Exception {
		reloaded("Greeter.java", "Greeter.java:[1,1] no");
		assertThat(last(json("/api/state").get("reloads")).get("problem").asText()).isEqualTo("Greeter.java:[1,1] no");
		reloaded("Greeter.java", null);
		assertThat(last(json("/api/state").get("reloads")).get("problem").isNull()).isTrue();
	}

	private static JsonNode last(JsonNode list) {
		return list.get(list.size() - 1);
	}

	@Test
	void tellsWhatBecomesOfARecordOfAQueueOnce() throws Exception {
		String event = "{\"Records\":[{\"messageId\":\"m-2\",\"body\":\"bad\"}],\"batch\":1}";
		InvokeResult result = workbench.invoke("echo", InvokeRequest.of(event));
		workbench.tell((listener) -> listener.recordFailed(new FailedRecord("echo", result.requestId(), Instant.now(),
				"arn:aws:sqs:eu-central-1:123456789012:orders", "m-2", 3, FailedRecord.Fate.DEAD_LETTER,
				MAPPER.createObjectNode().put("body", PASSWORD), "named in the answer")));
		JsonNode failures = json("/api/state").get("failures");
		assertThat(failures).filteredOn((failure) -> failure.get("key").asText().startsWith(result.requestId()))
			.singleElement()
			.satisfies((failure) -> assertThat(failure.get("fate").asText()).isEqualTo("dead letter"))
			.satisfies((failure) -> assertThat(failure.get("content").asText()).contains("••••"));
	}

	@Test
	void showsInvocationsThatOthersMade() throws Exception {
		InvokeResult result = workbench.invoke("echo", InvokeRequest.of("{\"by\":\"curl\"}"));
		JsonNode row = last(json("/api/invocations"));
		JsonNode invocation = json("/api/invocations/" + row.get(0));
		assertThat(invocation.get("requestId").asText()).isEqualTo(result.requestId());
		assertThat(invocation.get("event").asText()).contains("\"curl\"");
	}

	@Test
	void refusesACallWithoutThePagesToken() throws Exception {
		assertThat(send("echo", "{}").statusCode()).isEqualTo(403);
		assertThat(send("echo", "{}", "X-Kindling-Console", "0".repeat(32)).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://attacker.example", "null", "https://127.0.0.1", "http://127.0.0.1",
			"http://localhost:1" })
	void refusesOtherPages(String origin) throws Exception {
		assertThat(get("/api/state", "Origin", origin).statusCode()).isEqualTo(403);
		assertThat(send("echo", "{}", "X-Kindling-Console", token(), "Origin", origin).statusCode()).isEqualTo(403);
	}

	/**
	 * What a form, or a request without CORS, can send without asking first.
	 */
	@ParameterizedTest
	@CsvSource({ "text/plain, http://attacker.example", "application/x-www-form-urlencoded, null",
			"multipart/form-data; boundary=b, http://localhost:3000", "text/plain,", "application/json," })
	void callsNoFunctionForWhatAnotherPageCanSendWithoutAskingFirst(String type, String origin) throws Exception {
		int before = json("/api/invocations").size();
		HttpRequest.Builder request = HttpRequest
			.newBuilder(console.address().resolve("/api/invocations?function=echo"))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofString("{}"));
		if (origin != null) {
			request.header("Origin", origin);
		}
		HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(json("/api/invocations")).hasSize(before);
	}

	@Test
	void givesLeaveToNobodyWhoAsksFirst() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(console.address().resolve("/api/invocations?function=echo"))
			.method("OPTIONS", HttpRequest.BodyPublishers.noBody())
			.headers("Origin", "http://attacker.example", "Access-Control-Request-Method", "POST",
					"Access-Control-Request-Headers", "x-kindling-console", "Access-Control-Request-Private-Network",
					"true")
			.build();
		HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().map().keySet()).noneMatch((name) -> name.startsWith("access-control"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Origin: http://attacker.example", "Origin: null", "Origin: http://localhost:3000",
			"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
			"Origin: http://attacker.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
					+ "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==" })
	void tellsOtherPagesNothingLive(String header) throws Exception {
		assertThat(statusOf("/api/live", "Host: " + console.address().getAuthority() + "\r\n" + header)).isEqualTo(403);
	}

	@Test
	void answersItsOwnPage() throws Exception {
		String own = "http://" + console.address().getAuthority();
		assertThat(get("/api/state", "Origin", own, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
		assertThat(send("echo", "{}", "X-Kindling-Console", token(), "Origin", own).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	void refusesWhatABrowserSaysComesFromElsewhere(String site) throws Exception {
		assertThat(get("/api/state", "Sec-Fetch-Site", site).statusCode()).isEqualTo(403);
		assertThat(
				get("/", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "script").statusCode())
			.isEqualTo(403);
		assertThat(
				get("/", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe").statusCode())
			.isEqualTo(403);
		assertThat(get("/", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document")
			.statusCode()).as("a link").isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "attacker.example:PORT, 403", "attacker.example, 403", "127.0.0.1, 403", "127.0.0.1.:PORT, 403",
			"127.0.0.1:1, 403", "[::1]:PORT, 403", "0.0.0.0:PORT, 403", "user@127.0.0.1:PORT, 403",
			"localhost.attacker.example:PORT, 403", "127.0.0.1:PORT, 200", "localhost:PORT, 200" })
	void refusesAnotherNameThatLeadsHere(String host, int status) throws Exception {
		for (String path : new String[] { "/", "/main.js", "/api/state" }) {
			assertThat(statusOf(path, "Host: " + host.replace("PORT", Integer.toString(console.address().getPort()))))
				.isIn(status, (status == 403) ? 400 : status);
		}
	}

	@Test
	void refusesARequestWithTwoNames() throws Exception {
		String host = "Host: " + console.address().getAuthority();
		assertThat(statusOf("/api/state", host + "\r\nHost: attacker.example")).isIn(400, 403);
	}

	private static int statusOf(String path, String headers) throws Exception {
		URI address = console.address();
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
			return Integer.parseInt(answer.substring(9));
		}
	}

	@Test
	void sendsAStrictPolicyWithEverything() throws Exception {
		for (String path : new String[] { "/", "/main.js", "/style.css", "/ace/ace.js", "/api/state", "/nothing" }) {
			HttpResponse<String> response = get(path);
			assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
				.contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self';")
				.doesNotContain("unsafe");
			assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
			assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
			assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/../Console.class", "/page/index.html", "/ace/../index.html", "/ace/LICENSE",
			"/%2e%2e/Console.class", "/index.html" })
	void servesTheFilesOfThePageOnly(String path) throws Exception {
		assertThat(statusOf(path, "Host: " + console.address().getAuthority())).isIn(400, 404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DELETE", "PUT", "HEAD", "TRACE" })
	void refusesMethodsThatItDoesNotKnow(String method) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(console.address().resolve("/api/live"))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
		assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
	}

}
