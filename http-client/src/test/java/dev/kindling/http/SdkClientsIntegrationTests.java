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
package dev.kindling.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The SDK's own clients on this HTTP client, against servers of their services.
 */
@Timeout(120)
class SdkClientsIntegrationTests {

	private static final StaticCredentialsProvider CREDENTIALS = StaticCredentialsProvider
		.create(AwsBasicCredentials.create("identity", "credential"));

	private static S3ClientBuilder s3(KindlingHttpClient client, URI endpoint) {
		return S3Client.builder()
			.httpClient(client)
			.endpointOverride(endpoint)
			.forcePathStyle(true)
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.region(Region.US_EAST_1)
			.credentialsProvider(CREDENTIALS);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void keepsObjectsInS3(boolean secure) throws Exception {
		S3Proxy.Builder builder = S3Proxy.builder()
			.ignoreUnknownHeaders(true)
			.awsAuthentication(AuthenticationType.AWS_V4, "identity", "credential")
			.blobStore(ContextBuilder.newBuilder("transient").build(BlobStoreContext.class).getBlobStore());
		if (secure) {
			builder.secureEndpoint(URI.create("https://127.0.0.1:0")).sslContext(Tls.certificates().context());
		}
		else {
			builder.endpoint(URI.create("http://127.0.0.1:0"));
		}
		S3Proxy server = builder.build();
		server.start();
		byte[] large = new byte[6 * 1024 * 1024];
		new Random(6).nextBytes(large);
		URI endpoint = URI
			.create(secure ? "https://127.0.0.1:" + server.getSecurePort() : "http://127.0.0.1:" + server.getPort());
		try (KindlingHttpClient client = Tls.client(); S3Client s3 = s3(client, endpoint).build()) {
			s3.createBucket((request) -> request.bucket("bucket"));
			for (byte[] content : List.of(new byte[0], new byte[1000], large)) {
				s3.putObject((request) -> request.bucket("bucket").key("a key/ü"), RequestBody.fromBytes(content));
				assertThat(s3.getObjectAsBytes((request) -> request.bucket("bucket").key("a key/ü")).asByteArray())
					.isEqualTo(content);
				assertThat(s3.headObject((request) -> request.bucket("bucket").key("a key/ü")).contentLength())
					.isEqualTo(content.length);
			}
			assertThat(s3.getObjectAsBytes((request) -> request.bucket("bucket").key("a key/ü").range("bytes=10-19"))
				.asByteArray()).hasSize(10);
			assertThat(s3.listObjectsV2((request) -> request.bucket("bucket")).contents()).hasSize(1);
			s3.deleteObject((request) -> request.bucket("bucket").key("a key/ü"));
			assertThatExceptionOfType(NoSuchKeyException.class)
				.isThrownBy(() -> s3.getObjectAsBytes((request) -> request.bucket("bucket").key("a key/ü")));
		}
		finally {
			server.stop();
		}
	}

	@Test
	void passesMessagesThroughSqs() {
		SQSRestServer server = SQSRestServerBuilder.withDynamicPort().withInterface("127.0.0.1").start();
		URI endpoint = URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
		try (KindlingHttpClient client = KindlingHttpClient.create();
				SqsClient sqs = SqsClient.builder()
					.httpClient(client)
					.endpointOverride(endpoint)
					.region(Region.EU_WEST_1)
					.credentialsProvider(CREDENTIALS)
					.build()) {
			String queue = sqs.createQueue((request) -> request.queueName("queue")).queueUrl();
			for (int i = 0; i < 20; i++) {
				String body = "message " + i;
				sqs.sendMessage((request) -> request.queueUrl(queue).messageBody(body));
				Message message = sqs.receiveMessage((request) -> request.queueUrl(queue).waitTimeSeconds(5))
					.messages()
					.get(0);
				assertThat(message.body()).isEqualTo(body);
				sqs.deleteMessage((request) -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
			}
			assertThat(sqs.receiveMessage((request) -> request.queueUrl(queue).waitTimeSeconds(1)).messages())
				.isEmpty();
			assertThatExceptionOfType(QueueDoesNotExistException.class)
				.isThrownBy(() -> sqs.getQueueUrl((request) -> request.queueName("none")));
		}
		finally {
			server.stopAndWait();
		}
	}

	private static void silent(TestServer.Peer peer) throws Exception {
		peer.receiveHead();
		Thread.sleep(60_000);
	}

	@Test
	void keepsToTheTimeoutsOfTheSdk() throws Exception {
		try (TestServer server = Tls.server(true, SdkClientsIntegrationTests::silent);
				KindlingHttpClient client = Tls.client();
				S3Client call = s3(client, server.uri())
					.overrideConfiguration((settings) -> settings.apiCallTimeout(Duration.ofSeconds(2)))
					.build();
				S3Client attempt = s3(client, server.uri())
					.overrideConfiguration((settings) -> settings.apiCallAttemptTimeout(Duration.ofSeconds(2))
						.retryStrategy((retries) -> retries.maxAttempts(2)))
					.build()) {
			assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(call::listBuckets);
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
			assertThatExceptionOfType(ApiCallAttemptTimeoutException.class).isThrownBy(attempt::listBuckets);
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
		}
	}

	@Test
	void endsASdkCallWhoseThreadIsInterrupted() throws Exception {
		try (TestServer server = Tls.server(false, SdkClientsIntegrationTests::silent);
				KindlingHttpClient client = Tls.client();
				S3Client s3 = s3(client, server.uri()).build()) {
			assertThat(thrownWhenInterrupted(s3::listBuckets)).isInstanceOf(AbortedException.class);
			assertThat(server.accepted()).isOne();
		}
	}

	private static Throwable thrownWhenInterrupted(Supplier<?> call) throws InterruptedException {
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		Thread thread = new Thread(() -> {
			try {
				call.get();
			}
			catch (Throwable ex) {
				thrown.set(ex);
			}
		});
		thread.start();
		Thread.sleep(1_000);
		thread.interrupt();
		thread.join(10_000);
		assertThat(thread.isAlive()).isFalse();
		return thrown.get();
	}

	@Test
	void readsAgainWhatTheServerCutShort() throws Exception {
		try (TestServer server = Tls.server(false, (peer) -> {
			peer.receive();
			peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + ((peer.number() == 0) ? "bo" : "body"));
		}); KindlingHttpClient client = Tls.client(); S3Client s3 = s3(client, server.uri()).build()) {
			assertThat(s3.getObjectAsBytes((request) -> request.bucket("bucket").key("key")).asUtf8String())
				.isEqualTo("body");
			assertThat(server.accepted()).isEqualTo(2);
		}
	}

}
