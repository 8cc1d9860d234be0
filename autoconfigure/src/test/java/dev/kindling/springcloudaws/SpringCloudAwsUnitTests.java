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

package dev.kindling.springcloudaws;

import java.io.IOException;

import dev.kindling.dynamodb.DynamoDbTableName;
import dev.kindling.dynamodb.FakeDynamoDb;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with Kindling and Spring Cloud AWS, which is on the class path of this
 * test alone.
 */
class SpringCloudAwsUnitTests {

	private static ConfigurableApplicationContext start(FakeDynamoDb dynamoDb) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.cloud.aws.region.static=eu-central-1", "spring.cloud.aws.credentials.access-key=theirs",
					"spring.cloud.aws.credentials.secret-key=secret",
					"spring.cloud.aws.dynamodb.endpoint=" + dynamoDb.endpoint())
			.run();
	}

	@Test
	void sharesTheClientOfSpringCloudAws() throws IOException {
		try (FakeDynamoDb dynamoDb = new FakeDynamoDb(); ConfigurableApplicationContext context = start(dynamoDb)) {
			assertThat(context.getBeansOfType(DynamoDbClient.class)).hasSize(1);
			assertThat(context.getBeansOfType(DynamoDbEnhancedClient.class)).hasSize(1);
			String client = context.getBeanNamesForType(DynamoDbClient.class)[0];
			assertThat(context.getBeanFactory().getBeanDefinition(client).toString()).contains("io.awspring.cloud");
		}
	}

	@Test
	void makesTablesWithIt() throws IOException {
		try (FakeDynamoDb dynamoDb = new FakeDynamoDb(); ConfigurableApplicationContext context = start(dynamoDb)) {
			dynamoDb.answer(() -> new FakeDynamoDb.Answer(200, "{\"Item\":{\"id\":{\"S\":\"7\"}}}"));
			DynamoDbTable<Customer> customers = context.getBean(Shop.class).customers();
			assertThat(customers.getItem(Key.builder().partitionValue("7").build())).isEqualTo(new Customer("7"));
			assertThat(dynamoDb.operations()).containsExactly("GetItem");
			assertThat(dynamoDb.authorizations().get(0)).contains("theirs", "eu-central-1");
		}
	}

	/**
	 * Wants a table.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Shop shop(DynamoDbTable<Customer> customers) {
			return new Shop(customers);
		}

	}

	record Shop(DynamoDbTable<Customer> customers) {

	}

	/**
	 * A record.
	 *
	 * @param id the key
	 */
	@DynamoDbTableName("customers")
	public record Customer(@DynamoDbPartitionKey String id) {

	}

}
