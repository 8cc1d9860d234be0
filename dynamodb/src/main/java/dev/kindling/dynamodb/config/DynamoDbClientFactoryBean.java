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

package dev.kindling.dynamodb.config;

import java.util.concurrent.ScheduledExecutorService;

import dev.kindling.dynamodb.DynamoDbClientCustomizer;
import dev.kindling.dynamodb.DynamoDbProperties;
import dev.kindling.dynamodb.client.CallTimer;
import dev.kindling.dynamodb.client.ClientConfiguration;
import dev.kindling.dynamodb.client.ClientFactoryBean;
import dev.kindling.dynamodb.client.Connection;
import dev.kindling.dynamodb.client.HttpServices;
import dev.kindling.dynamodb.priming.DynamoDbPriming;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Builds the client that waits for its answers.
 */
final class DynamoDbClientFactoryBean extends ClientFactoryBean<DynamoDbClient> {

	private final ScheduledExecutorService timer = new CallTimer();

	private @Nullable SdkHttpClient own;

	DynamoDbClientFactoryBean() {
		super(DynamoDbClient.class);
	}

	@Override
	protected DynamoDbClient build() {
		DynamoDbProperties properties = properties();
		Connection connection = connection(properties);
		DynamoDbClientBuilder builder = DynamoDbClient.builder();
		ClientConfiguration.apply(builder, properties, connection);
		builder.overrideConfiguration(
				builder.overrideConfiguration().toBuilder().scheduledExecutorService(this.timer).build());
		addHttpClient(builder, properties, connection);
		forEach(DynamoDbClientCustomizer.class, (customizer) -> customizer.customize(builder));
		return builder.build();
	}

	private void addHttpClient(DynamoDbClientBuilder builder, DynamoDbProperties properties, Connection connection) {
		SdkHttpClient httpClient = optional(SdkHttpClient.class);
		if (httpClient == null && HttpServices.OTHERS) {
			builder.httpClientBuilder(
					HttpServices.other(beanFactory().getClass().getClassLoader()).createHttpClientBuilder());
			return;
		}
		if (httpClient == null) {
			this.own = DynamoDbPriming.httpClient(beanFactory(), properties, connection);
			httpClient = this.own;
		}
		builder.httpClient(httpClient);
	}

	@Override
	public void destroy() {
		super.destroy();
		this.timer.shutdownNow();
		if (this.own != null) {
			this.own.close();
		}
	}

}
