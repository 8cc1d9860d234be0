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

package org.jspecify.parts;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.kindling.dynamodb.DynamoDbTableName;
import dev.kindling.dynamodb.priming.DynamoDbPriming;
import dev.kindling.dynamodb.schema.TableSchemaSource;
import dev.kindling.dynamodb.table.DynamoDbTables;
import dev.kindling.dynamodb.table.TableSchemas;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableSchema;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What priming calls that is to describe a table.
 */
final class TablePriming implements SdkHttpClient {

	private final List<String> called = new CopyOnWriteArrayList<>();

	private TablePriming() {
	}

	static String calls() throws Exception {
		TablePriming http = new TablePriming();
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("priming",
					Map.of("kindling.dynamodb.priming", "always", "kindling.dynamodb.priming-call", "describe-table")));
		beans.registerSingleton("environment", environment);
		DynamoDbClient client = DynamoDbClient.builder()
			.httpClient(http)
			.region(Region.EU_CENTRAL_1)
			.endpointOverride(URI.create("http://127.0.0.1:1"))
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
			.build();
		beans.registerSingleton("client", client);
		beans.registerSingleton("enhanced", DynamoDbEnhancedClient.builder().dynamoDbClient(client).build());
		beans.registerSingleton(TableSchemaSource.BEAN_NAME, (TableSchemaSource) (type) -> schema());
		TableSchemas schemas = new TableSchemas();
		schemas.setBeanFactory(beans);
		beans.registerSingleton("schemas", schemas);
		DynamoDbTables tables = new DynamoDbTables();
		tables.setBeanFactory(beans);
		beans.registerSingleton("tables", tables);
		tables.table(Item.class);
		DynamoDbPriming priming = new DynamoDbPriming();
		priming.setBeanFactory(beans);
		priming.afterSingletonsInstantiated();
		priming.running().get(20, TimeUnit.SECONDS);
		return http.called.toString();
	}

	private static TableSchema<Item> schema() {
		return StaticTableSchema.builder(Item.class)
			.newItemSupplier(Item::new)
			.addAttribute(String.class,
					(id) -> id.name("id")
						.getter(Item::id)
						.setter(Item::id)
						.tags(StaticAttributeTags.primaryPartitionKey()))
			.build();
	}

	@Override
	public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
		this.called.add(request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("?"));
		return new ExecutableHttpRequest() {
			@Override
			public HttpExecuteResponse call() {
				return HttpExecuteResponse.builder()
					.response(SdkHttpResponse.builder().statusCode(200).build())
					.responseBody(AbortableInputStream
						.create(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
					.build();
			}

			@Override
			public void abort() {
			}
		};
	}

	@Override
	public void close() {
	}

	/**
	 * What has a table.
	 */
	@DynamoDbTableName("items")
	private static final class Item {

		private @Nullable String id;

		private @Nullable String id() {
			return this.id;
		}

		private void id(@Nullable String id) {
			this.id = id;
		}

	}

}
