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

package dev.kindling.runtime.context;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.api.RuntimeEnvironment;
import dev.kindling.runtime.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LambdaContextUnitTests {

	/**
	 * Spring Cloud Function's adapter reads variables that Lambda doesn't set.
	 */
	@Test
	void readsTheVariablesThatLambdaSets() {
		LambdaContext context = new LambdaContext(invocation(null, null, null),
				Map.of("AWS_LAMBDA_FUNCTION_NAME", "orders", "AWS_LAMBDA_FUNCTION_VERSION", "7",
						"AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512", "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders",
						"AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[7]abc"));
		assertThat(context.getFunctionName()).isEqualTo("orders");
		assertThat(context.getFunctionVersion()).isEqualTo("7");
		assertThat(context.getMemoryLimitInMB()).isEqualTo(512);
		assertThat(context.getLogGroupName()).isEqualTo("/aws/lambda/orders");
		assertThat(context.getLogStreamName()).isEqualTo("2026/01/01/[7]abc");
		assertThat(context.getAwsRequestId()).isEqualTo("id");
		assertThat(context.getInvokedFunctionArn()).isEqualTo("arn");
		assertThat(context.getTenantId()).isEqualTo("tenant");
		assertThat(context.getXrayTraceId()).isEqualTo("Root=1");
	}

	/**
	 * Spring Cloud Function's adapter answers null for both.
	 */
	@Test
	void readsIdentityAndClientContext() {
		LambdaContext context = context(null, """
				{"client":{"installation_id":"i","app_title":"t","app_version_name":"n","app_version_code":"c",
				"app_package_name":"p"},"custom":{"a":"1"},"env":{"locale":"de"},"services":{}}""",
				"{\"cognitoIdentityId\":\"id-1\",\"cognitoIdentityPoolId\":\"pool-1\"}");
		assertThat(context.getIdentity().getIdentityId()).isEqualTo("id-1");
		assertThat(context.getIdentity().getIdentityPoolId()).isEqualTo("pool-1");
		ClientContext client = context.getClientContext();
		assertThat(client.getCustom()).isEqualTo(Map.of("a", "1"));
		assertThat(client.getEnvironment()).isEqualTo(Map.of("locale", "de"));
		assertThat(client.getClient().getInstallationId()).isEqualTo("i");
		assertThat(client.getClient().getAppTitle()).isEqualTo("t");
		assertThat(client.getClient().getAppVersionName()).isEqualTo("n");
		assertThat(client.getClient().getAppVersionCode()).isEqualTo("c");
		assertThat(client.getClient().getAppPackageName()).isEqualTo("p");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "\"text\"", "{\"custom\":" })
	void malformedIdentityAndClientContextAreNone(String json) {
		LambdaContext context = context(null, json, json);
		assertThat(context.getIdentity()).isNull();
		assertThat(context.getClientContext()).isNull();
	}

	@Test
	void membersOfAnotherKindAreLeftOut() {
		LambdaContext context = context(null, "{\"client\":1,\"custom\":{\"a\":{},\"b\":\"2\"},\"env\":[]}",
				"{\"cognitoIdentityId\":{}}");
		assertThat(context.getClientContext().getClient()).isNull();
		assertThat(context.getClientContext().getCustom()).isEqualTo(Map.of("b", "2"));
		assertThat(context.getClientContext().getEnvironment()).isEmpty();
		assertThat(context.getIdentity().getIdentityId()).isNull();
		assertThat(context.getIdentity().getIdentityPoolId()).isNull();
	}

	@Test
	void theRemainingTimeGoesDownToZero() {
		assertThat(context(Instant.now().plusSeconds(60), null, null).getRemainingTimeInMillis()).isBetween(30_000,
				60_000);
		assertThat(context(Instant.now().minusSeconds(60), null, null).getRemainingTimeInMillis()).isZero();
		assertThat(context(Instant.parse("9999-12-31T23:59:59Z"), null, null).getRemainingTimeInMillis())
			.isEqualTo(Integer.MAX_VALUE);
		assertThat(context(null, null, null).getRemainingTimeInMillis()).isEqualTo(Integer.MAX_VALUE);
	}

	@Test
	void withoutAnyVariableNothingFails() {
		LambdaContext context = context(null, null, null);
		assertThat(context.getFunctionName()).isNull();
		assertThat(context.getMemoryLimitInMB()).isZero();
		assertThat(new LambdaContext(invocation(null, null, null), Map.of("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "x"))
			.getMemoryLimitInMB()).isZero();
	}

	@Test
	void namesNeitherPayloadNorEnvironment() {
		assertThat(
				new LambdaContext(invocation(null, "{\"secret\":1}", null), Map.of("AWS_SECRET_ACCESS_KEY", "secret")))
			.hasToString("LambdaContext[id]");
	}

	@Test
	void logsLinesOfText() {
		assertThat(logged(Map.of(), "one", "two\n")).isEqualTo("one\ntwo\n");
	}

	@Test
	void logsAnObjectALineWhereTheFormatIsJson() {
		String line = logged(Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON"), "a \"quoted\"\nline");
		assertThat(line).endsWith("}\n");
		assertThat(JsonReader.object(line)).containsEntry("message", "a \"quoted\"\nline")
			.containsEntry("AWSRequestId", "id")
			.containsEntry("tenantId", "tenant")
			.containsKey("timestamp")
			.containsKey("level");
	}

	@Test
	void leavesOutWhatIsBelowTheConfiguredLevel() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		InvocationLogger logger = logger(Map.of("AWS_LAMBDA_LOG_LEVEL", "WARN"), bytes);
		logger.log("no", LogLevel.INFO);
		logger.log("yes", LogLevel.ERROR);
		logger.log("bytes".getBytes(StandardCharsets.UTF_8));
		assertThat(bytes.toString(StandardCharsets.UTF_8)).matches("\\[ERROR] \\S+ id yes\nbytes\n");
	}

	private static String logged(Map<String, String> environment, String... messages) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (String message : messages) {
			logger(environment, bytes).log(message);
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static InvocationLogger logger(Map<String, String> environment, ByteArrayOutputStream bytes) {
		return new InvocationLogger(invocation(null, null, null), new RuntimeEnvironment(environment),
				new PrintStream(bytes, false, StandardCharsets.UTF_8));
	}

	private static LambdaContext context(Instant deadline, String clientContext, String identity) {
		return new LambdaContext(invocation(deadline, clientContext, identity), Map.of());
	}

	private static Invocation invocation(Instant deadline, String clientContext, String identity) {
		return new Invocation("id", deadline, "arn", "Root=1", clientContext, identity, "tenant", "application/json",
				Map.of(), new byte[0]);
	}

}
