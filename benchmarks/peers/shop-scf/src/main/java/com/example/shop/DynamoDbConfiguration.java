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

package com.example.shop;

import java.math.BigDecimal;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What an application on Spring Cloud Function's adapter has to write itself: clients,
 * schemas that need no code at run time, and hints.
 */
@Configuration(proxyBeanMethods = false)
@ImportRuntimeHints(DynamoDbConfiguration.Hints.class)
class DynamoDbConfiguration {

	@Bean
	DynamoDbClient dynamoDbClient() {
		return DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
	}

	@Bean
	DynamoDbEnhancedClient dynamoDbEnhancedClient(DynamoDbClient client) {
		return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
	}

	@Bean
	DynamoDbTable<Customer> customers(DynamoDbEnhancedClient client, @Value("${EXAMPLE_TABLE_NAME}") String table) {
		return client.table(table,
				TableSchema.builder(Customer.class)
					.newItemSupplier(Customer::new)
					.addAttribute(String.class,
							(id) -> id.name("id")
								.getter(Customer::getId)
								.setter(Customer::setId)
								.tags(StaticAttributeTags.primaryPartitionKey()))
					.addAttribute(String.class,
							(name) -> name.name("name").getter(Customer::getName).setter(Customer::setName))
					.build());
	}

	@Bean
	DynamoDbTable<PlacedOrder> orders(DynamoDbEnhancedClient client) {
		return client.table("orders",
				TableSchema.builder(PlacedOrder.class)
					.newItemSupplier(PlacedOrder::new)
					.addAttribute(String.class,
							(id) -> id.name("id")
								.getter(PlacedOrder::getId)
								.setter(PlacedOrder::setId)
								.tags(StaticAttributeTags.primaryPartitionKey()))
					.addAttribute(String.class,
							(article) -> article.name("article")
								.getter(PlacedOrder::getArticle)
								.setter(PlacedOrder::setArticle))
					.addAttribute(Integer.class,
							(quantity) -> quantity.name("quantity")
								.getter(PlacedOrder::getQuantity)
								.setter(PlacedOrder::setQuantity))
					.addAttribute(BigDecimal.class,
							(amount) -> amount.name("amount")
								.getter(PlacedOrder::getAmount)
								.setter(PlacedOrder::setAmount))
					.build());
	}

	static class Hints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, ClassLoader classLoader) {
			new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), Order.class, Receipt.class);
			// the cache with maximumSize and its entries, which Caffeine finds by a made-up name
			hints.reflection()
				.registerType(TypeReference.of("com.github.benmanes.caffeine.cache.SSMS"),
						(type) -> type.withField("FACTORY").withMembers(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
				.registerType(TypeReference.of("com.github.benmanes.caffeine.cache.PSMS"),
						MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
		}

	}

}
