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

package dev.kindling.it.shapes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.it.Answers;
import dev.kindling.it.Subject;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions of every shape answer alike as a jar and as a native executable.
 */
class ShapesIntegrationTests {

	private static final String ITEM = "{\"name\":\"tea\",\"price\":1.5}";

	private static final String HTTP = "{\"version\":\"2.0\",\"routeKey\":\"$default\",\"rawPath\":\"/items\","
			+ "\"rawQueryString\":\"\",\"headers\":{},\"requestContext\":{\"accountId\":\"1\",\"apiId\":\"a\","
			+ "\"domainName\":\"d\",\"http\":{\"method\":\"POST\",\"path\":\"/items\",\"protocol\":\"HTTP/1.1\","
			+ "\"sourceIp\":\"192.0.2.1\",\"userAgent\":\"curl\"},\"requestId\":\"r\",\"routeKey\":\"$default\","
			+ "\"stage\":\"$default\",\"time\":\"12/Mar/2026:19:03:58 +0000\",\"timeEpoch\":1583348638390},"
			+ "\"body\":\"%s\",\"isBase64Encoded\":false}";

	private static final String ITEM_BY_HTTP = HTTP.formatted(ITEM.replace("\"", "\\\""));

	/**
	 * Function, event and answer; an answer that begins with an exclamation mark is an
	 * error's type.
	 */
	private static final String EXAMPLES = """
			recordFunction       | $item | {"name":"tea","price":3.0,"size":"LARGE","items":[{"name":"tea","price":1.5}]}
			recordFunction       | {"name":5.5,"price":"dear"} | !Runtime.InvalidEvent
			recordFunction       | {"name" | !Runtime.MalformedEvent
			recordFunction       | {"name":"a","name":"b"} | !Runtime.MalformedEvent
			recordFunction       | $deep | !Runtime.MalformedEvent
			consumer             | $item | null
			consumer             | $batch | {"batchItemFailures":[{"itemIdentifier":"m-2"}]}
			consumer             | {"name":"bad"} | !java.lang.IllegalArgumentException
			supplier             | {} | ["SMALL","LARGE"]
			biFunction           | $item | "tea with 512 MB"
			biConsumer           | $item | null
			injectedContext      | $item | true
			requestHandler       | $item | {"name":"tea","price":null,"size":"SMALL","items":[]}
			requestStreamHandler | $item | [{"name":"tea","price":1.5}]
			genericFunction      | {"elements":[$item,$item],"next":1} | {"elements":["tea","tea"],"next":2}
			nestedGenerics       | {"a":[$item],"b":[$item,$item]} | {"atea":1,"btea":2}
			arrayFunction        | [$item,{"name":"pot"}] | ["tea","pot"]
			arrayOfLists         | [[$item],[]] | [2,1]
			sealedFunction       | {"kind":"Circle","radius":3} | {"kind":"Square","side":3}
			sealedFunction       | {"kind":"Square","side":3} | {"kind":"Circle","radius":1}
			enumFunction         | "SMALL" | "LARGE"
			enumFunction         | "HUGE" | !Runtime.InvalidEvent
			builderFunction      | {"name":"pot"} | "built pot"
			beanFunction         | {"at":"2026-01-02T03:04:05Z"} | {"at":"2026-01-02T03:04:06Z","note":"noted"}
			bytesFunction        | $item | {"name":"tea","price":1.5}!
			textFunction         | "Zoë" | "ZOË"
			streamInput          | [1,2] | 5
			streamOutput         | {} | streamed
			streamingResponse    | $item | tea
			treeFunction         | {"a":1,"b":2} | 2
			withoutInput         | $item | "nothing in"
			messageFunction      | $item | {"name":"teanull","price":null,"size":"SMALL","items":null}
			messageFunction      | $http | {"statusCode":201,"body":{"name":"tea/items","price":null,"size":"SMALL","items":null}}
			httpFunction         | $http | {"statusCode":202,"body":{"name":"tea","price":null,"size":"SMALL","items":null}}
			recordFunction       | $badhttp | {"statusCode":400}
			sqsFunction          | $batch | {"batchItemFailures":[{"itemIdentifier":"m-1"}]}
			snsFunction          | {"Records":[{"EventSource":"aws:sns","Sns":{"Timestamp":"2026-01-02T03:04:05.678Z"}}]} | 1767323045678
			gatewayFunction      | $http | {"statusCode":203,"body":"/items"}
			fluxFunction         | [$item] | [{"name":"tea","price":1.5,"size":"LARGE","items":null}]
			fluxFunction         | $http | {"statusCode":200,"body":[{"name":"tea","price":1.5,"size":"LARGE","items":null}]}
			monoFunction         | $item | "tea"
			fluxSupplier         | {} | ["LARGE","SMALL"]
			fluxConsumer         | [$item] | null
			componentFunction    | $item | {"name":"component tea","price":1.5,"size":"SMALL","items":null}
			recordFunction|textOfReceipt | $item | "tea costs 3.0"
			fluxFunction|arrayOfNames | $item | !Runtime.NoFunction
			kotlinFunction       | $item | {"name":"tea","price":1.5,"size":"SMALL","items":[]}
			kotlinFunctionOfTwo  | $item | "tea with 512 MB"
			kotlinSupplier       | {} | "LARGE"
			functionRouter       | $item | "tea costs 3.0"
			functionRouter       | {"kind":"none"} | !Runtime.NoRoute
			functionRouter       | "b" | "B"
			""";

	private static String event(String text) {
		return text.replace("$deep", "{\"more\":" + "[".repeat(1001) + "]".repeat(1001) + "}")
			.replace("$batch", "{\"Records\":[" + message("m-1", "tea") + "," + message("m-2", "bad") + "]}")
			.replace("$badhttp", HTTP.formatted("{broken"))
			.replace("$http", ITEM_BY_HTTP)
			.replace("$item", ITEM);
	}

	private static String message(String id, String name) {
		return "{\"messageId\":\"" + id + "\",\"body\":\"{\\\"name\\\":\\\"" + name
				+ "\\\"}\",\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"arn:aws:sqs:eu-central-1:1:q\"}";
	}

	@ParameterizedTest
	@EnumSource
	@Timeout(600)
	void answersAsExpected(Subject subject) {
		Map<String, List<String[]>> functions = new LinkedHashMap<>();
		for (String line : EXAMPLES.lines().toList()) {
			String[] example = line.split(" +\\| ", 3);
			functions.computeIfAbsent(example[0], (name) -> new ArrayList<>()).add(example);
		}
		List<String> wrong = new ArrayList<>();
		for (Map.Entry<String, List<String[]>> function : functions.entrySet()) {
			try (LocalLambda lambda = subject.application(function.getKey())
				.memorySize(512)
				.initTimeout(Duration.ofMinutes(1))
				.build()) {
				for (String[] example : function.getValue()) {
					String answer = answer(lambda.invoke(event(example[1])), example[2]);
					if (!Answers.isSame(example[2], answer)) {
						wrong.add(example[0] + " | " + example[1] + " | " + answer);
					}
				}
			}
		}
		assertThat(functions).hasSizeGreaterThan(30);
		assertThat(wrong).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void routesByAnExpression(Subject subject) {
		String expression = "payload.kind.toUpperCase().startsWith('R') ? 'recordFunction|textOfReceipt'"
				+ " : payload['kind'] == 'header' ? headers['kind-of-function'] : payload['more']?.size() > 1"
				+ " ? 'arrayFunction' : 'sealedFunction'";
		try (LocalLambda lambda = subject.application("functionRouter")
			.memorySize(512)
			.environment("SPRING_CLOUD_FUNCTION_ROUTING_EXPRESSION", expression)
			.build()) {
			assertThat(lambda.invoke("{\"kind\":\"receipt\",\"name\":\"tea\",\"price\":1.5}").payloadAsString())
				.isEqualTo("\"tea costs 3.0\"");
			assertThat(lambda.invoke("{\"kind\":\"Square\",\"side\":3}").payloadAsString())
				.isEqualTo("{\"kind\":\"Circle\",\"radius\":1}");
			assertThat(lambda.invoke("{\"kind\":\"Square\",\"more\":[1,2]}").errorType())
				.isEqualTo("Runtime.InvalidEvent");
			assertThat(lambda.invoke("{\"kind\":\"header\"}").errorType()).isEqualTo("Runtime.NoRoute");
			assertThat(lambda.invoke("{\"kind\":7}").errorType()).isEqualTo("Runtime.NoRoute");
		}
	}

	/**
	 * The answer as the examples write it: of a response what is expected of it, of an
	 * error its type.
	 */
	private String answer(InvokeResult result, String expected) {
		if (result.isError()) {
			return "!" + result.errorType();
		}
		if (!expected.startsWith("{\"statusCode\"")) {
			return result.payloadAsString();
		}
		JsonNode response = result.json();
		String answer = "{\"statusCode\":" + response.path("statusCode").asText();
		if (expected.contains("\"body\"")) {
			String body = response.path("body").asText();
			answer += ",\"body\":" + (body.startsWith("/") ? "\"" + body + "\"" : body);
		}
		return answer + "}";
	}

}
