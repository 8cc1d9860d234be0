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

package dev.kindling.test.junit;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.runtime.InvocationResponse;
import dev.kindling.runtime.loop.LambdaRuntime;

/**
 * A function without Spring, on Kindling's runtime.
 */
public final class GreetingApplication {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private GreetingApplication() {
	}

	public static void main(String[] args) {
		Map<String, String> environment = new TreeMap<>(System.getenv());
		Arrays.stream(args)
			.map((argument) -> argument.substring(2).split("=", 2))
			.forEach((pair) -> environment.put(pair[0], pair[1]));
		LambdaRuntime.builder(environment).shutdownSignal(false).handler((invocation) -> {
			ObjectNode event = (ObjectNode) MAPPER.readTree(invocation.body());
			if (event.has("fail")) {
				throw new IllegalStateException(event.path("fail").asText());
			}
			event.put("greeting", environment.get("GREETING") + ", " + event.path("name").asText());
			event.put("pid", ProcessHandle.current().pid());
			event.put("dynamoDb", URI.create(environment.getOrDefault("AWS_ENDPOINT_URL_DYNAMODB", "none")).toString());
			return InvocationResponse.of(MAPPER.writeValueAsBytes(event));
		}).build().start();
	}

}
