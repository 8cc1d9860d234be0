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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.dynamodb.TableDefinition;

/**
 * Starts an executable in the local Lambda, as the template would configure it, invokes it
 * with each event and prints the answers as one JSON object: by the file's name, whether
 * the function failed, what it answered and what it logged.
 */
final class InvokeEvents {

	private InvokeEvents() {
	}

	public static void main(String[] arguments) throws Exception {
		ObjectMapper mapper = new ObjectMapper();
		ObjectNode answers = mapper.createObjectNode();
		StringBuilder log = new StringBuilder();
		try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(TableDefinition.of("people", "id"));
				LocalLambda lambda = LocalLambda.builder()
					.executable(Path.of(arguments[0]))
					.dynamoDb(dynamoDb)
					.memorySize(256)
					.timeout(Duration.ofSeconds(10))
					.environment(Map.of("EXAMPLE_TABLE_NAME", "people", "AWS_LAMBDA_LOG_FORMAT", "JSON",
							"AWS_LAMBDA_LOG_LEVEL", "INFO"))
					.logs((line) -> log.append(line).append('\n'))
					.build()) {
			for (int i = 1; i < arguments.length; i++) {
				Path event = Path.of(arguments[i]);
				InvokeResult result = lambda.invoke(Files.readString(event));
				ObjectNode answer = answers.putObject(event.getFileName().toString());
				answer.put("failed", result.isError());
				answer.put("payload", result.payloadAsString());
			}
			answers.put("coldStarts", lambda.coldStarts());
			answers.put("items", dynamoDb.call("Scan", "{\"TableName\":\"people\"}").get("Count").asInt());
		}
		answers.put("log", log.toString());
		System.out.println(mapper.writeValueAsString(answers));
		// DynamoDB Local leaves threads behind that would keep this process
		System.exit(0);
	}

}
