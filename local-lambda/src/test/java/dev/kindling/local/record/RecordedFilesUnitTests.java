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

package dev.kindling.local.record;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvocationReport;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.workbench.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * The files: their names, and that nothing is lost in them.
 */
class RecordedFilesUnitTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"requestContext":{"http":{"method":"POST"}},"rawPath":"/orders/a%20b"}             | POST-orders-a-20b
			{"requestContext":{"http":{"method":"GET"}},"rawPath":"/"}                          | GET
			{"httpMethod":"GET","path":"/../etc/passwd"}                                        | GET-..-etc-passwd
			{"requestContext":{"connectionId":"c","routeKey":"$connect"}}                       | websocket-connect
			{"Records":[{"eventSource":"aws:sqs"},{"eventSource":"aws:sqs"}]}                   | sqs-2-records
			{"Records":[{"EventSource":"aws:sns"}]}                                             | sns-1-record
			{"detail-type":"Scheduled Event","source":"aws.events"}                             | Scheduled-Event
			{"eventSource":"aws:kafka","records":{"a-0":[]}}                                    | kafka
			{"triggerSource":"PreSignUp_SignUp"}                                                | PreSignUp_SignUp
			{"name":"mamezou"}                                                                  | event
			[1]                                                                                 | event
			""")
	void areNamedByTheirEvents(String event, String name) throws Exception {
		assertThat(EventNames.of(RecordJson.MAPPER.readTree(event))).isEqualTo(name);
	}

	@Test
	void areNumberedAndNeverOverwritten() throws Exception {
		RecordedFiles files = new RecordedFiles(this.directory.resolve("store"));
		assertThat(files.list()).isEmpty();
		RecordedInvocation invocation = recorded("{}", "{}");
		assertThat(files.add("event", invocation).getFileName()).hasToString("001-event.json");
		Files.writeString(this.directory.resolve("store/041-by-hand.json"), "{}");
		Files.writeString(this.directory.resolve("store/notes.txt"), "");
		assertThat(files.add("event", invocation).getFileName()).hasToString("042-event.json");
		Files.writeString(this.directory.resolve("store/1000-b.json"), "{}");
		assertThat(files.list()).extracting((file) -> file.getFileName().toString())
			.containsExactly("001-event.json", "041-by-hand.json", "042-event.json", "1000-b.json");
	}

	@Test
	void keepNumbersTextsAndBytes() throws Exception {
		assertThat(reread("{\"a\":1.10,\"b\":12345678901234567890.123456789,\"c\":\"☃\"}"))
			.isEqualTo("{\"a\":1.10,\"b\":12345678901234567890.123456789,\"c\":\"☃\"}");
		assertThat(reread("no JSON")).isEqualTo("no JSON");
		assertThat(reread("\"a text\"")).isEqualTo("\"a text\"");
		byte[] bytes = { (byte) 0xff, 0, 1 };
		Path file = this.directory.resolve("bytes.json");
		RecordedInvocation.of("f", "bootstrap", RecordedRequest.of(InvokeRequest.of(bytes)), answer(bytes, false))
			.write(file);
		RecordedInvocation read = RecordedInvocation.read(file);
		assertThat(read.request().payload()).isEqualTo(bytes);
		assertThat(read.answer().path("answerBase64").asText()).isEqualTo("/wAB");
	}

	private String reread(String event) throws Exception {
		Path file = this.directory.resolve("reread.json");
		recorded(event, "{}").write(file);
		return new String(RecordedInvocation.read(file).request().payload(), StandardCharsets.UTF_8);
	}

	@Test
	void keepWhatComesWithTheEvent() throws Exception {
		Path file = this.directory.resolve("context.json");
		InvokeRequest request = InvokeRequest.of("{}")
			.withClientContext("{\"custom\":{\"a\":\"b\"}}")
			.withCognitoIdentity("{\"cognitoIdentityId\":\"i\"}")
			.withTraceId("Root=1-5759e988-bd862e3fe1be46a994272793")
			.withTenantId("blue");
		RecordedInvocation.of("f", "store", RecordedRequest.of(request), answer("{}".getBytes(), false)).write(file);
		RecordedInvocation read = RecordedInvocation.read(file);
		assertThat(read.handler()).isEqualTo("store");
		assertThat(read.request().clientContext()).isEqualTo("{\"custom\":{\"a\":\"b\"}}");
		assertThat(read.request().cognitoIdentity()).isEqualTo("{\"cognitoIdentityId\":\"i\"}");
		assertThat(read.request().traceId()).isEqualTo("Root=1-5759e988-bd862e3fe1be46a994272793");
		assertThat(read.request().tenantId()).isEqualTo("blue");
	}

	@Test
	void haveTheBodyOfAnHttpResponseAsJson() throws Exception {
		assertThat(recorded("{}", "{\"statusCode\":200,\"body\":\"{\\\"a\\\":[1]}\"}")).hasToString("""
				{
				  "function": "f",
				  "handler": "bootstrap",
				  "event": { },
				  "answer": {
				    "statusCode": 200,
				    "body": {
				      "a": [
				        1
				      ]
				    }
				  },
				  "jsonBody": true
				}""");
		assertThat(recorded("{}", "{\"statusCode\":200,\"body\":\"[text\"}").answer().has("jsonBody")).isFalse();
		assertThat(recorded("{}", "{\"body\":\"{}\"}").answer().has("jsonBody")).as("no HTTP response").isFalse();
	}

	@Test
	void rememberByWhichNamesTheyWereMasked() throws Exception {
		Path file = this.directory.resolve("names.json");
		recorded("{}", "{}").withNames(List.of("pin"), List.of("token")).write(file);
		ObjectNode answer = answer("{\"pin\":\"1\",\"token\":\"t\",\"secret\":\"s\"}".getBytes(), false);
		assertThat(RecordedInvocation.read(file).marked(answer, Secrets.of(List.of())).path("answer").toString())
			.isEqualTo("{\"pin\":\"${any}\",\"token\":\"t\",\"secret\":\"${any}\"}");
	}

	@Test
	void sayWhatIsWrongWithThem() throws Exception {
		for (List<String> wrong : List.of(List.of("{", "is no JSON"), List.of("[]", "is no JSON object"),
				List.of("{\"answer\":1}", "There is no \"event\""),
				List.of("{\"event\":1}", "There is no \"answer\""))) {
			Path file = Files.writeString(this.directory.resolve("wrong.json"), wrong.get(0));
			assertThatIOException().isThrownBy(() -> RecordedInvocation.read(file))
				.withMessageContainingAll("wrong.json", wrong.get(1));
		}
	}

	private static RecordedInvocation recorded(String event, String answer) {
		return RecordedInvocation.of("f", "bootstrap", RecordedRequest.of(InvokeRequest.of(event)),
				answer(answer.getBytes(StandardCharsets.UTF_8), false));
	}

	private static ObjectNode answer(byte[] payload, boolean failed) {
		return RecordedAnswer.of(new InvokeResult("id", payload, null, failed ? "Unhandled" : null, List.of(),
				new InvocationReport("id", Duration.ZERO, 128, 0, null, null, null)));
	}

}
