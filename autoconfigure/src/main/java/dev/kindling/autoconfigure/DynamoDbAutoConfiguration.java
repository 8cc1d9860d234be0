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

import dev.kindling.dynamodb.AwsDefaults;
import dev.kindling.dynamodb.DynamoDbAsyncClientCustomizer;
import dev.kindling.dynamodb.config.DynamoDbBeans;
import dev.kindling.dynamodb.DynamoDbClientCustomizer;
import dev.kindling.dynamodb.DynamoDbConnectionDetails;
import dev.kindling.dynamodb.DynamoDbEnhancedClientCustomizer;
import dev.kindling.dynamodb.priming.DynamoDbPriming;
import dev.kindling.dynamodb.table.DynamoDbTables;
import dev.kindling.dynamodb.table.TableSchemas;
import dev.kindling.start.LooksUp;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration for DynamoDB's clients. The methods are static and have no
 * parameters, so that a native executable calls them without looking anything up.
 */
@AutoConfiguration(afterName = "io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration")
@ConditionalOnClass({ DynamoDbClient.class, DynamoDbEnhancedClient.class })
@ConditionalOnBooleanProperty(name = "kindling.dynamodb.enabled", matchIfMissing = true)
public class DynamoDbAutoConfiguration {

	/**
	 * Lets the SDK look for region and credentials beyond the environment.
	 * @return the SDK's chains
	 */
	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnDefaultChainsCondition.class)
	static AwsDefaults dynamoDbAwsDefaults() {
		return DynamoDbBeans.defaultChains();
	}

	/**
	 * Makes the client.
	 * @return its factory
	 */
	@Bean
	@ConditionalOnMissingBean(DynamoDbClient.class)
	@LooksUp({ AwsDefaults.class, DynamoDbConnectionDetails.class, DynamoDbClientCustomizer.class, SdkHttpClient.class,
			DynamoDbPriming.class })
	static FactoryBean<DynamoDbClient> dynamoDbClient() {
		return DynamoDbBeans.client();
	}

	/**
	 * Makes the enhanced client.
	 * @return its factory
	 */
	@Bean
	@ConditionalOnMissingBean(DynamoDbEnhancedClient.class)
	@LooksUp({ DynamoDbClient.class, DynamoDbEnhancedClientExtension.class, DynamoDbEnhancedClientCustomizer.class })
	static FactoryBean<DynamoDbEnhancedClient> dynamoDbEnhancedClient() {
		return DynamoDbBeans.enhancedClient();
	}

	/**
	 * Makes what gets ready before the first call.
	 * @return the priming
	 */
	@Bean
	@ConditionalOnMissingBean
	static DynamoDbPriming dynamoDbPriming() {
		return DynamoDbBeans.priming();
	}

	/**
	 * Makes what finds schemas.
	 * @return the schemas
	 */
	@Bean
	@ConditionalOnMissingBean
	static TableSchemas dynamoDbTableSchemas() {
		return DynamoDbBeans.tableSchemas();
	}

	/**
	 * Makes what finds tables.
	 * @return the tables
	 */
	@Bean
	@ConditionalOnMissingBean
	static DynamoDbTables dynamoDbTables() {
		return DynamoDbBeans.tables();
	}

	/**
	 * Makes a bean of each entity's table and indexes.
	 * @return what defines them
	 */
	@Bean
	static BeanDefinitionRegistryPostProcessor dynamoDbTableBeansRegistrar() {
		return DynamoDbBeans.tableBeansRegistrar();
	}

	/**
	 * The client that answers later, if there is an HTTP client for it.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(OnAsyncHttpClientCondition.class)
	static class AsyncConfiguration {

		@Bean
		@ConditionalOnMissingBean(DynamoDbAsyncClient.class)
		@LooksUp({ AwsDefaults.class, DynamoDbConnectionDetails.class, DynamoDbAsyncClientCustomizer.class })
		static FactoryBean<DynamoDbAsyncClient> dynamoDbAsyncClient() {
			return DynamoDbBeans.asyncClient();
		}

	}

}
