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

package dev.kindling.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import dev.kindling.dynamodb.AwsDefaults;
import dev.kindling.dynamodb.DynamoDbClientCustomizer;
import dev.kindling.dynamodb.DynamoDbConfigurationException;
import dev.kindling.dynamodb.DynamoDbConnectionDetails;
import dev.kindling.dynamodb.DynamoDbEnhancedClientCustomizer;
import dev.kindling.dynamodb.FakeDynamoDb;
import dev.kindling.http.KindlingHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DynamoDbAutoConfiguration}.
 */
class DynamoDbAutoConfigurationIntegrationTests {

	private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("1"));

	private FakeDynamoDb dynamoDb;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() throws IOException {
		this.dynamoDb = new FakeDynamoDb();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DynamoDbAutoConfiguration.class))
			.withPropertyValues("AWS_ENDPOINT_URL_DYNAMODB=" + this.dynamoDb.endpoint(), "AWS_REGION=eu-west-1",
					"AWS_ACCESS_KEY_ID=ID", "AWS_SECRET_ACCESS_KEY=hidden");
	}

	@AfterEach
	void stop() {
		this.dynamoDb.close();
	}

	@Test
	void callsTheEndpointOfTheEnvironmentWithItsCredentials() {
		this.runner.run((context) -> {
			context.getBean(DynamoDbClient.class).getItem((get) -> get.tableName("t").key(KEY));
			assertThat(this.dynamoDb.operations()).containsExactly("GetItem");
			assertThat(this.dynamoDb.authorizations().get(0)).contains("Credential=ID/")
				.contains("/eu-west-1/dynamodb/");
		});
	}

	@Test
	void makesTheEnhancedClientFromTheClient() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(DynamoDbEnhancedClient.class)
			.doesNotHaveBean(DynamoDbAsyncClient.class));
	}

	@Test
	void usesAnHttpClientThatIsABean() {
		this.runner.withUserConfiguration(HttpClientConfiguration.class).run((context) -> {
			context.getBean(DynamoDbClient.class).getItem((get) -> get.tableName("t").key(KEY));
			assertThat(context.getBean(CountingHttpClient.class).requests).isEqualTo(1);
		});
	}

	@Test
	void makesTheAsyncClientWhereThereIsAnHttpClientForIt() {
		this.runner.withBean(SdkAsyncHttpClient.class, () -> new SdkAsyncHttpClient() {

			@Override
			public java.util.concurrent.CompletableFuture<Void> execute(
					software.amazon.awssdk.http.async.AsyncExecuteRequest request) {
				return java.util.concurrent.CompletableFuture.failedFuture(new IOException("closed"));
			}

			@Override
			public void close() {
			}

		}).run((context) -> assertThat(context).hasSingleBean(DynamoDbAsyncClient.class));
	}

	@Test
	void backsOffForClientsOfTheApplication() {
		DynamoDbClient own = DynamoDbClient.builder()
			.region(software.amazon.awssdk.regions.Region.EU_WEST_1)
			.httpClient(KindlingHttpClient.create())
			.build();
		this.runner.withBean("myClient", DynamoDbClient.class, () -> own)
			.run((context) -> assertThat(context).hasSingleBean(DynamoDbClient.class)
				.hasSingleBean(DynamoDbEnhancedClient.class)
				.getBean(DynamoDbClient.class)
				.isSameAs(own));
	}

	@Test
	void isSwitchedOff() {
		this.runner.withPropertyValues("kindling.dynamodb.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DynamoDbClient.class));
	}

	@Test
	void letsConnectionDetailsWin() {
		this.runner.withPropertyValues("kindling.dynamodb.endpoint=http://localhost:1")
			.withBean(DynamoDbConnectionDetails.class, () -> this.dynamoDb::endpoint)
			.run((context) -> {
				context.getBean(DynamoDbClient.class).getItem((get) -> get.tableName("t").key(KEY));
				assertThat(this.dynamoDb.authorizations().get(0)).contains("Credential=local/");
			});
	}

	@Test
	void callsCustomizersInOrder() {
		AtomicReference<String> last = new AtomicReference<>("");
		this.runner.withUserConfiguration(CustomizerConfiguration.class)
			.withBean(AtomicReference.class, () -> last)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				context.getBean(DynamoDbClient.class);
				context.getBean(DynamoDbEnhancedClient.class);
				assertThat(last).hasValue("first second enhanced ");
			});
	}

	@Test
	void looksForDefaultsOnTheJvmButNotAheadOfTime() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(AwsDefaults.class));
		this.runner.withPropertyValues("spring.aot.processing=true")
			.run((context) -> assertThat(context).doesNotHaveBean(AwsDefaults.class));
		this.runner.withPropertyValues("spring.aot.processing=true", "kindling.dynamodb.credentials=default-chain")
			.run((context) -> assertThat(context).hasSingleBean(AwsDefaults.class));
		this.runner.withPropertyValues("kindling.dynamodb.credentials=environment")
			.run((context) -> assertThat(context).doesNotHaveBean(AwsDefaults.class));
		this.runner.withPropertyValues("kindling.dynamodb.credentials=vault")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("kindling.dynamodb.credentials")
				.hasMessageContaining("vault")
				.hasMessageContaining("default-chain"));
	}

	@Test
	void saysWhichTableIsMissing() {
		this.dynamoDb.refuse(400, "ResourceNotFoundException", "Requested resource not found");
		this.runner.run((context) -> {
			DynamoDbClient client = context.getBean(DynamoDbClient.class);
			assertThatExceptionOfType(ResourceNotFoundException.class)
				.isThrownBy(() -> client.getItem((get) -> get.tableName("customers").key(KEY)))
				.withMessageContaining("Table 'customers' doesn't exist in region eu-west-1")
				.withMessageContaining("Requested resource not found")
				.withMessageContaining("REQUEST-1")
				.satisfies((failure) -> {
					assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFoundException");
					assertThat(failure.statusCode()).isEqualTo(400);
					assertThat(failure.requestId()).isEqualTo("REQUEST-1");
				});
		});
	}

	@Test
	void saysWhatToAllow() {
		this.dynamoDb.refuse(400, "AccessDeniedException", "User is not authorized to perform: dynamodb:GetItem");
		this.runner.run((context) -> {
			DynamoDbClient client = context.getBean(DynamoDbClient.class);
			assertThatExceptionOfType(DynamoDbException.class)
				.isThrownBy(() -> client.getItem((get) -> get.tableName("customers").key(KEY)))
				.withMessageContaining("Allow dynamodb:GetItem on table 'customers'")
				.withMessageContaining("User is not authorized");
		});
		assertThat(this.dynamoDb.operations()).hasSize(1);
	}

	@Test
	void retriesWhenThrottledAndSaysSoInTheEnd() {
		this.dynamoDb.refuse(400, "ProvisionedThroughputExceededException", "The level of configured throughput");
		this.runner.run((context) -> {
			DynamoDbClient client = context.getBean(DynamoDbClient.class);
			assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
				.isThrownBy(() -> client.getItem((get) -> get.tableName("customers").key(KEY)))
				.withMessageContaining("throttles table 'customers'")
				.withMessageContaining("on-demand");
		});
		assertThat(this.dynamoDb.operations()).hasSize(4);
	}

	@Test
	void retriesAsOftenAsTheEnvironmentSays() {
		this.dynamoDb.refuse(500, "InternalServerError", "Internal server error");
		this.runner.withPropertyValues("AWS_MAX_ATTEMPTS=2").run((context) -> {
			DynamoDbClient client = context.getBean(DynamoDbClient.class);
			assertThatExceptionOfType(DynamoDbException.class)
				.isThrownBy(() -> client.getItem((get) -> get.tableName("customers").key(KEY)));
		});
		assertThat(this.dynamoDb.operations()).hasSize(2);
	}

	@Test
	void saysThatCredentialsAreRefused() {
		this.dynamoDb.refuse(400, "UnrecognizedClientException",
				"The security token included in the request is invalid.");
		this.runner.run((context) -> {
			DynamoDbClient client = context.getBean(DynamoDbClient.class);
			assertThatExceptionOfType(DynamoDbException.class)
				.isThrownBy(() -> client.getItem((get) -> get.tableName("customers").key(KEY)))
				.withMessageContaining("AWS_SESSION_TOKEN")
				.withMessageNotContaining("hidden");
		});
	}

	@Test
	void saysWhichEndpointCantBeReached() {
		URI endpoint = this.dynamoDb.endpoint();
		this.dynamoDb.close();
		this.runner.withPropertyValues("kindling.dynamodb.retries.max-attempts=1").run((context) -> {
			DynamoDbClient client = context.getBean(DynamoDbClient.class);
			assertThatExceptionOfType(SdkClientException.class)
				.isThrownBy(() -> client.getItem((get) -> get.tableName("customers").key(KEY)))
				.withMessageContaining("can't be reached at " + endpoint)
				.withMessageContaining("kindling.dynamodb.endpoint");
		});
	}

	/**
	 * The SDK says only that a host is unknown, and to see the cause.
	 */
	@Test
	void saysThatARegionIsUnknown() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DynamoDbAutoConfiguration.class))
			.withPropertyValues("AWS_REGION=eu-central-17.invalid", "AWS_ACCESS_KEY_ID=ID",
					"AWS_SECRET_ACCESS_KEY=hidden", "kindling.dynamodb.retries.max-attempts=1")
			.run((context) -> {
				DynamoDbClient client = context.getBean(DynamoDbClient.class);
				assertThatExceptionOfType(SdkClientException.class)
					.isThrownBy(() -> client.getItem((get) -> get.tableName("customers").key(KEY)))
					.withMessageContaining("'eu-central-17.invalid' is no region of AWS")
					.withMessageContaining("AWS_REGION or kindling.dynamodb.region")
					.satisfies((thrown) -> assertThat(thrown.getSuppressed()).singleElement()
						.asString()
						.contains("UnknownHostException"))
					.withMessageNotContaining("hidden");
			});
	}

	/**
	 * No host can have such a name, and the SDK says only that the address is invalid.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "EU (Frankfurt)", "eu_central_1", "'eu-central-1'" })
	void saysThatARegionCanBeNone(String region) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DynamoDbAutoConfiguration.class))
			.withPropertyValues("AWS_REGION=" + region, "AWS_ACCESS_KEY_ID=ID", "AWS_SECRET_ACCESS_KEY=hidden")
			.run((context) -> assertThatExceptionOfType(org.springframework.beans.BeansException.class)
				.isThrownBy(() -> context.getBean(DynamoDbClient.class))
				.havingRootCause()
				.isInstanceOf(DynamoDbConfigurationException.class)
				.withMessage("'" + region + "' is no region of AWS, so that DynamoDB can't be found. "
						+ "Set AWS_REGION or kindling.dynamodb.region to a region's id, such as eu-central-1."));
	}

	/**
	 * There it is only what requests are signed for.
	 */
	@Test
	void takesAnyRegionWhereAnEndpointIsSet() {
		this.runner.withPropertyValues("kindling.dynamodb.region=eu_local").run((context) -> {
			context.getBean(DynamoDbClient.class).getItem((get) -> get.tableName("t").key(KEY));
			assertThat(this.dynamoDb.authorizations().get(0)).contains("/eu_local/dynamodb/");
		});
	}

	@Test
	void saysThatTheHostOfAnEndpointIsUnknown() {
		this.runner
			.withPropertyValues("kindling.dynamodb.endpoint=http://nowhere.invalid:8000",
					"kindling.dynamodb.retries.max-attempts=1")
			.run((context) -> {
				DynamoDbClient client = context.getBean(DynamoDbClient.class);
				assertThatExceptionOfType(SdkClientException.class)
					.isThrownBy(() -> client.getItem((get) -> get.tableName("customers").key(KEY)))
					.withMessageContaining("can't be reached at http://nowhere.invalid:8000");
			});
	}

	@Test
	void failsWithoutARegionWhenTheClientIsNeeded() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DynamoDbAutoConfiguration.class))
			.withPropertyValues("kindling.dynamodb.credentials=environment", "AWS_REGION=", "AWS_DEFAULT_REGION=")
			.run((context) -> assertThatExceptionOfType(org.springframework.beans.BeansException.class)
				.isThrownBy(() -> context.getBean(DynamoDbClient.class))
				.withRootCauseInstanceOf(DynamoDbConfigurationException.class));
	}

	@Test
	void givesUpAfterTheConfiguredTime() {
		this.dynamoDb.answer(() -> {
			try {
				Thread.sleep(3000);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return new FakeDynamoDb.Answer(200, "{}");
		});
		this.runner.withPropertyValues("kindling.dynamodb.api-call-timeout=200ms").run((context) -> {
			DynamoDbClient client = context.getBean(DynamoDbClient.class);
			assertThatExceptionOfType(SdkClientException.class)
				.isThrownBy(() -> client.getItem((get) -> get.tableName("customers").key(KEY)))
				.withMessageContaining("kindling.dynamodb.api-call-timeout");
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class HttpClientConfiguration {

		@Bean
		CountingHttpClient countingHttpClient() {
			return new CountingHttpClient();
		}

	}

	static class CountingHttpClient implements SdkHttpClient {

		private final SdkHttpClient delegate = KindlingHttpClient.create();

		private int requests;

		@Override
		public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
			this.requests++;
			return this.delegate.prepareRequest(request);
		}

		@Override
		public void close() {
			this.delegate.close();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@SuppressWarnings({ "rawtypes", "unchecked" })
	static class CustomizerConfiguration {

		@Bean
		@org.springframework.core.annotation.Order(2)
		DynamoDbClientCustomizer second(AtomicReference last) {
			return (builder) -> last.set(last.get() + "second ");
		}

		@Bean
		@org.springframework.core.annotation.Order(1)
		DynamoDbClientCustomizer first(AtomicReference last) {
			return (builder) -> last.set(last.get() + "first ");
		}

		@Bean
		DynamoDbEnhancedClientCustomizer enhanced(AtomicReference last) {
			return (builder) -> last.set(last.get() + "enhanced ");
		}

	}

}
