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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The Invoke API, called by the AWS SDK.
 */
class InvokeApiIntegrationTests {

	private final List<String> logs = new CopyOnWriteArrayList<>();

	private LocalLambda lambda;

	private LambdaClient client;

	@BeforeEach
	void start() {
		this.lambda = LocalLambda.builder()
			.mainClass(PlainRuntime.class)
			.functionName("plain")
			.timeout(Duration.ofSeconds(20))
			.logs(this.logs::add)
			.build();
		this.client = LambdaClient.builder()
			.endpointOverride(this.lambda.endpoint())
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
			.build();
	}

	@AfterEach
	void close() {
		this.client.close();
		this.lambda.close();
	}

	private InvokeResponse invoke(String payload) {
		return this.client.invoke((request) -> request.functionName("plain").payload(SdkBytes.fromUtf8String(payload)));
	}

	@Test
	void answersTheSdk() {
		InvokeResponse response = invoke("{\"name\":\"mamezou ☃\"}");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.functionError()).isNull();
		assertThat(response.executedVersion()).isEqualTo("$LATEST");
		assertThat(response.payload().asUtf8String()).isEqualTo("{\"name\":\"mamezou ☃\"}");
	}

	@Test
	void answersTheSdkWithTheFunctionsError() {
		InvokeResponse response = invoke("{\"do\":\"error\"}");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.functionError()).isEqualTo("Unhandled");
		assertThat(response.payload().asUtf8String()).contains("it went wrong");
	}

	@Test
	void findsTheFunctionByItsArn() {
		String arn = "arn:aws:lambda:us-east-1:123456789012:function:plain:live";
		assertThat(this.client.invoke((request) -> request.functionName(arn)).payload().asUtf8String()).isEqualTo("{}");
	}

	@Test
	void handsTheTailOfTheLogOver() {
		InvokeResponse response = this.client.invoke((request) -> request.functionName("plain")
			.logType(LogType.TAIL)
			.payload(SdkBytes.fromUtf8String("{\"do\":\"print\"}")));
		assertThat(new String(Base64.getDecoder().decode(response.logResult()), StandardCharsets.UTF_8))
			.contains("one ☃\ntwo\nunfinished\n", "REPORT RequestId: ");
	}

	@Test
	void takesAnAsynchronousInvocation() {
		InvokeResponse response = this.client.invoke((request) -> request.functionName("plain")
			.invocationType(InvocationType.EVENT)
			.payload(SdkBytes.fromUtf8String("{}")));
		assertThat(response.statusCode()).isEqualTo(202);
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (this.logs.stream().noneMatch((line) -> line.startsWith("REPORT")) && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(this.logs).anyMatch((line) -> line.startsWith("REPORT"));
	}

	@Test
	void refusesWhatLambdaRefuses() {
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.invoke((request) -> request.functionName("other")))
			.withMessageContaining("The local Lambda serves plain");
		assertThatExceptionOfType(InvalidRequestContentException.class).isThrownBy(() -> invoke("{\"name\":"));
		assertThatExceptionOfType(RequestTooLargeException.class)
			.isThrownBy(() -> invoke("\"" + "x".repeat(7_000_000) + "\""));
		assertThat(this.lambda.coldStarts()).isZero();
	}

}
