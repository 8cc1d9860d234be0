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

import java.util.ArrayList;
import java.util.List;

import dev.kindling.dynamodb.DynamoDbEnhancedClientCustomizer;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.enhanced.dynamodb.extensions.AtomicCounterExtension;
import software.amazon.awssdk.enhanced.dynamodb.extensions.VersionedRecordExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Builds the client that maps items to objects.
 */
public final class DynamoDbEnhancedClientFactoryBean extends ClientFactoryBean<DynamoDbEnhancedClient> {

	public DynamoDbEnhancedClientFactoryBean() {
		super(DynamoDbEnhancedClient.class);
	}

	@Override
	protected DynamoDbEnhancedClient build() {
		DynamoDbEnhancedClient.Builder builder = DynamoDbEnhancedClient.builder()
			.dynamoDbClient(beanFactory().getBean(DynamoDbClient.class));
		List<DynamoDbEnhancedClientExtension> extensions = new ArrayList<>();
		forEach(DynamoDbEnhancedClientExtension.class, extensions::add);
		if (!extensions.isEmpty()) {
			addDefault(extensions, AtomicCounterExtension.builder().build());
			addDefault(extensions, VersionedRecordExtension.builder().build());
			builder.extensions(extensions);
		}
		forEach(DynamoDbEnhancedClientCustomizer.class, (customizer) -> customizer.customize(builder));
		return builder.build();
	}

	/**
	 * The SDK drops its defaults when it is given others: they come first, unless there
	 * is a bean of their type.
	 */
	private static void addDefault(List<DynamoDbEnhancedClientExtension> extensions,
			DynamoDbEnhancedClientExtension extension) {
		for (DynamoDbEnhancedClientExtension present : extensions) {
			if (present.getClass() == extension.getClass()) {
				return;
			}
		}
		extensions.add(0, extension);
	}

}
