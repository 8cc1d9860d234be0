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

package dev.kindling.maven.source;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.queue.SqsClient;
import dev.kindling.local.queue.SqsQueue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * ElasticMQ, started as {@code kindling:run} starts it.
 */
class QueueProcessIntegrationTests {

	private static List<Path> libraries() {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
	}

	@Test
	void servesQueuesWhoseAddressesAndNamesAreThoseOfThisMachine() throws Exception {
		try (QueueProcess server = QueueProcess.start(libraries(), 0, "eu-west-1")) {
			SqsClient client = new SqsClient(server.endpoint(), "eu-west-1");
			SqsQueue queue = client.createQueue("orders", Map.of("VisibilityTimeout", "60"));
			assertThat(queue.url()).isEqualTo(server.endpoint().resolve("/123456789012/orders"));
			assertThat(queue.arn()).isEqualTo("arn:aws:sqs:eu-west-1:123456789012:orders");
			ObjectNode message = new ObjectMapper().createObjectNode()
				.put("QueueUrl", queue.url().toString())
				.put("MessageBody", "one");
			assertThat(client.call("SendMessage", message).path("MessageId").asText()).isNotEmpty();
		}
	}

	@Test
	void saysWhyItCantBeStarted() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatIOException().isThrownBy(() -> QueueProcess.start(libraries(), taken.getLocalPort(), "us-east-1"))
				.withMessageContaining("-Dkindling.sqsPort=0");
		}
	}

	@Test
	void knowsTheVersionThatTheBuildNames() throws Exception {
		assertThat(QueueProcess.coordinates()).matches("org\\.elasticmq:elasticmq-rest-sqs_2\\.13:[0-9.]+");
	}

}
