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

package dev.kindling.report;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.autoconfigure.DynamoDbAutoConfiguration;
import dev.kindling.autoconfigure.FunctionAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables that ahead-of-time processing says a function can use.
 */
class UsedTablesUnitTests {

	@TempDir
	Path target;

	private List<String> tables(Class<?> configuration, String function, Class<?>... more) throws Exception {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(configuration, JacksonAutoConfiguration.class, FunctionAutoConfiguration.class,
				DynamoDbAutoConfiguration.class);
		if (more.length > 0) {
			context.register(more);
		}
		for (JsonNode each : WrittenInventory.of(context, this.target).get("functions")) {
			if (each.get("name").asText().equals(function)) {
				JsonNode tables = each.get("tables");
				return (tables != null)
						? tables.valueStream().map(JsonNode::asText).map(UsedTablesUnitTests::simpleName).toList()
						: null;
			}
		}
		throw new AssertionError("There is no " + function);
	}

	private static String simpleName(String type) {
		return type.replaceAll(".*\\$", "");
	}

	@Test
	void areThoseThatAreInjectedIntoItAndIntoWhatItNeeds() throws Exception {
		assertThat(tables(Shop.class, "none")).isEmpty();
		assertThat(tables(Shop.class, "direct")).containsExactly("Order");
		assertThat(tables(Shop.class, "byIndex")).containsExactly("Order");
		assertThat(tables(Shop.class, "byRepository")).containsExactly("Customer");
		assertThat(tables(Shop.class, "byProvider")).containsExactly("Customer", "Order");
		assertThat(tables(Shop.class, "byField")).containsExactly("Customer");
	}

	@Test
	void areUnknownWhereAnyTableOrAnyBeanCanBeHad() throws Exception {
		assertThat(tables(Shop.class, "byClient")).isNull();
		assertThat(tables(Shop.class, "byContext")).isNull();
	}

	@Test
	void areThoseOfWhatActsByItselfToo() throws Exception {
		assertThat(tables(WithRunner.class, "none")).containsExactly("Customer");
		assertThat(tables(WithRunner.class, "direct")).containsExactly("Customer", "Order");
		assertThat(tables(WithLookingRunner.class, "none")).isNull();
		assertThat(tables(WithStart.class, "none")).containsExactly("Customer");
	}

	@Test
	void areKnownBesideWhatServesFunctions() throws Exception {
		assertThat(tables(Shop.class, "direct", ContextFunctionCatalogAutoConfiguration.class))
			.containsExactly("Order");
		assertThat(tables(WithCatalog.class, "byCatalog", ContextFunctionCatalogAutoConfiguration.class)).isNull();
		assertThat(tables(WithCallingRunner.class, "direct", ContextFunctionCatalogAutoConfiguration.class)).isNull();
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ Customers.class, FieldFunction.class })
	static class Shop {

		@Bean
		Supplier<String> none(ObjectMapper mapper) {
			return () -> "none";
		}

		@Bean
		Consumer<String> direct(DynamoDbTable<Order> orders) {
			return (event) -> {
			};
		}

		@Bean
		Consumer<String> byIndex(@Qualifier("by-customer") DynamoDbIndex<Order> orders) {
			return (event) -> {
			};
		}

		@Bean
		Function<String, String> byRepository(Customers customers) {
			return (event) -> event;
		}

		@Bean
		Consumer<String> byProvider(ObjectProvider<Customers> customers, DynamoDbTable<Order> orders) {
			return (event) -> {
			};
		}

		@Bean
		Consumer<String> byClient(DynamoDbEnhancedClient client) {
			return (event) -> {
			};
		}

		@Bean
		Consumer<String> byContext(ApplicationContext context) {
			return (event) -> {
			};
		}

	}

	static class Customers {

		Customers(DynamoDbTable<Customer> customers) {
		}

	}

	static class FieldFunction {

		@Autowired
		Customers customers;

		@Bean
		Consumer<String> byField() {
			return (event) -> {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Shop.class)
	static class WithCatalog {

		@Bean
		Consumer<String> byCatalog(FunctionCatalog functions) {
			return (event) -> {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Shop.class)
	static class WithCallingRunner {

		@Bean
		CommandLineRunner call(FunctionCatalog functions) {
			return (arguments) -> {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Shop.class)
	static class WithRunner {

		@Bean
		CommandLineRunner fill(DynamoDbTable<Customer> customers) {
			return (arguments) -> {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ Shop.class, Cache.class })
	static class WithStart {

		@Bean
		Supplier<String> cached(Cache cache) {
			return () -> "cached";
		}

	}

	static class Cache implements InitializingBean {

		Cache(DynamoDbTable<Customer> customers) {
		}

		@Override
		public void afterPropertiesSet() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Shop.class)
	static class WithLookingRunner {

		@Bean
		CommandLineRunner fill(ApplicationContext context) {
			return (arguments) -> {
			};
		}

	}

	record Order(@DynamoDbPartitionKey String id,
			@DynamoDbSecondaryPartitionKey(indexNames = "by-customer") String customer) {
	}

	record Customer(@DynamoDbPartitionKey String id) {
	}

}
