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

package dev.kindling.dynamodb.client;

import dev.kindling.dynamodb.DynamoDbAsyncClientCustomizer;
import dev.kindling.dynamodb.DynamoDbProperties;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;

/**
 * Builds the client that answers later.
 */
public final class DynamoDbAsyncClientFactoryBean extends ClientFactoryBean<DynamoDbAsyncClient> {

	public DynamoDbAsyncClientFactoryBean() {
		super(DynamoDbAsyncClient.class);
	}

	@Override
	protected DynamoDbAsyncClient build() {
		DynamoDbProperties properties = properties();
		DynamoDbAsyncClientBuilder builder = DynamoDbAsyncClient.builder();
		ClientConfiguration.apply(builder, properties, connection(properties));
		SdkAsyncHttpClient httpClient = optional(SdkAsyncHttpClient.class);
		if (httpClient != null) {
			builder.httpClient(httpClient);
		}
		forEach(DynamoDbAsyncClientCustomizer.class, (customizer) -> customizer.customize(builder));
		return builder.build();
	}

}
