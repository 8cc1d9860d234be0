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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A function that answers its event, in a process of its own. It speaks the Runtime API
 * itself.
 */
final class EchoRuntime {

	private EchoRuntime() {
	}

	public static void main(String[] arguments) throws Exception {
		String api = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		while (true) {
			HttpResponse<byte[]> next = client.send(HttpRequest.newBuilder(URI.create(api + "next")).build(),
					HttpResponse.BodyHandlers.ofByteArray());
			String id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
			String event = new String(next.body(), java.nio.charset.StandardCharsets.UTF_8);
			System.out
				.println("got " + event.length() + " characters, the password is " + System.getenv("DB_PASSWORD"));
			boolean fails = event.contains("\"fail\"");
			String answer = fails ? "{\"errorType\":\"Failure\",\"errorMessage\":\"as it was told\"}"
					: event.contains("\"batch\"") ? "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}" : event;
			client.send(HttpRequest.newBuilder(URI.create(api + id + (fails ? "/error" : "/response")))
				.POST(HttpRequest.BodyPublishers.ofString(answer))
				.build(), HttpResponse.BodyHandlers.discarding());
		}
	}

}
