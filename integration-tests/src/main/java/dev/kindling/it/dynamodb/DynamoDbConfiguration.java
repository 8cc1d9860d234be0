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

package dev.kindling.it.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.kindling.dynamodb.table.TableBeanDefinitions;
import dev.kindling.dynamodb.table.TableSchemas;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The function that runs a {@link DynamoDbSuite}.
 */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage(basePackages = "dev.kindling.dynamodb.entities")
public class DynamoDbConfiguration {

	/**
	 * Runs what the event says.
	 * @param client the enhanced client
	 * @param plain the client
	 * @param schemas finds schemas
	 * @param beanFactory knows the entities
	 * @return the function
	 */
	@Bean
	Function<Map<String, Object>, Map<String, Object>> dynamoDbSuite(DynamoDbEnhancedClient client,
			DynamoDbClient plain, TableSchemas schemas, BeanFactory beanFactory) {
		return (event) -> {
			Class<?> entity = entity((String) event.get("entity"), (ConfigurableListableBeanFactory) beanFactory);
			String table = (String) event.get("table");
			DynamoDbSuite<?> suite = new DynamoDbSuite<>(client, table, schemas.of(entity));
			List<?> items = (List<?>) event.get("items");
			return switch ((String) event.get("what")) {
				case "page" -> suite.page(items, 100);
				case "expire" -> expire(suite, items, table, plain);
				default -> suite.run(items);
			};
		};
	}

	private static Map<String, Object> expire(DynamoDbSuite<?> suite, List<?> items, String table,
			DynamoDbClient client) {
		Map<String, Object> outcomes = new HashMap<>(suite.run(items));
		client.updateTimeToLive((update) -> update.tableName(table)
			.timeToLiveSpecification(TimeToLiveSpecification.builder().attributeName("ttl").enabled(true).build()));
		outcomes.put("time to live",
				client.describeTimeToLive((describe) -> describe.tableName(table))
					.timeToLiveDescription()
					.attributeName());
		return outcomes;
	}

	private static Class<?> entity(String name, ConfigurableListableBeanFactory beanFactory) {
		for (String bean : beanFactory.getBeanDefinitionNames()) {
			Class<?> entity = TableBeanDefinitions.entity(beanFactory.getBeanDefinition(bean));
			if (entity != null && entity.getName().equals(name)) {
				return entity;
			}
		}
		throw new IllegalArgumentException("No entity is called " + name);
	}

}
