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

package dev.kindling.local.queue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.server.Json;
import org.jspecify.annotations.Nullable;

/**
 * SQS's JSON interface, as far as queues on this machine need it.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html">Amazon
 * SQS API Reference</a>
 */
public final class SqsClient {

	/**
	 * Longer than SQS lets a receiver wait.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI endpoint;

	private final String region;

	/**
	 * Creates a client.
	 * @param endpoint such as {@code http://127.0.0.1:9324}
	 * @param region the region that requests name
	 */
	public SqsClient(URI endpoint, String region) {
		this.endpoint = endpoint;
		this.region = region;
	}

	/**
	 * Creates a queue, if there is none of this name.
	 * @param name the queue's name
	 * @param attributes as SQS names them
	 * @return the queue
	 * @throws IOException if the server can't be reached
	 * @throws InterruptedException if the thread is interrupted
	 * @throws IllegalStateException if the server refuses, with its message
	 */
	public SqsQueue createQueue(String name, Map<String, String> attributes) throws IOException, InterruptedException {
		ObjectNode request = Json.MAPPER.createObjectNode().put("QueueName", name);
		ObjectNode node = request.putObject("Attributes");
		attributes.forEach(node::put);
		URI url = URI.create(call("CreateQueue", request).path("QueueUrl").asText());
		ObjectNode question = Json.MAPPER.createObjectNode().put("QueueUrl", url.toString());
		question.putArray("AttributeNames").add("QueueArn");
		String arn = call("GetQueueAttributes", question).path("Attributes").path("QueueArn").asText();
		return new SqsQueue(url, arn);
	}

	/**
	 * Calls an operation.
	 * @param operation such as {@code ReceiveMessage}
	 * @param request its JSON
	 * @return the answer
	 * @throws IOException if the server can't be reached
	 * @throws InterruptedException if the thread is interrupted
	 * @throws IllegalStateException if the server refuses, with its message
	 */
	public JsonNode call(String operation, JsonNode request) throws IOException, InterruptedException {
		HttpRequest message = HttpRequest.newBuilder(this.endpoint)
			.timeout(PATIENCE)
			.header("Content-Type", "application/x-amz-json-1.0")
			.header("X-Amz-Target", "AmazonSQS." + operation)
			.header("Authorization",
					"AWS4-HMAC-SHA256 Credential=local/20260101/" + this.region
							+ "/sqs/aws4_request, SignedHeaders=host, Signature=local")
			.POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(request)))
			.build();
		HttpResponse<byte[]> response = this.client.send(message, HttpResponse.BodyHandlers.ofByteArray());
		JsonNode answer = read(response.body());
		if (response.statusCode() != 200) {
			throw new IllegalStateException("The queue server refuses " + operation + ": " + ((answer != null)
					? answer.path("message").asText(answer.toString()) : "status " + response.statusCode()));
		}
		return (answer != null) ? answer : Json.MAPPER.createObjectNode();
	}

	private static @Nullable JsonNode read(byte[] body) throws IOException {
		try {
			return (body.length > 0) ? Json.MAPPER.readTree(body) : null;
		}
		catch (JsonProcessingException ex) {
			return null;
		}
	}

}
