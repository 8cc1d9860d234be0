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

import dev.kindling.dynamodb.AwsDefaults;
import dev.kindling.dynamodb.client.DefaultChains;
import dev.kindling.dynamodb.client.DynamoDbAsyncClientFactoryBean;
import dev.kindling.dynamodb.client.DynamoDbEnhancedClientFactoryBean;
import dev.kindling.dynamodb.client.HttpServices;
import dev.kindling.dynamodb.priming.DynamoDbPriming;
import dev.kindling.dynamodb.table.DynamoDbTables;
import dev.kindling.dynamodb.table.TableBeansRegistrar;
import dev.kindling.dynamodb.table.TableSchemas;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/**
 * Makes what the auto-configuration defines.
 */
public final class DynamoDbBeans {

	private DynamoDbBeans() {
	}

	/**
	 * Makes the client that waits for its answers.
	 * @return its factory, to be a bean
	 */
	public static FactoryBean<DynamoDbClient> client() {
		return new DynamoDbClientFactoryBean();
	}

	/**
	 * Makes the client that answers later.
	 * @return its factory, to be a bean
	 */
	public static FactoryBean<DynamoDbAsyncClient> asyncClient() {
		return new DynamoDbAsyncClientFactoryBean();
	}

	/**
	 * Makes the client that maps items to objects.
	 * @return its factory, to be a bean
	 */
	public static FactoryBean<DynamoDbEnhancedClient> enhancedClient() {
		return new DynamoDbEnhancedClientFactoryBean();
	}

	/**
	 * Makes what gets ready before the first call.
	 * @return to be a bean
	 */
	public static DynamoDbPriming priming() {
		return new DynamoDbPriming();
	}

	/**
	 * Whether the class path has another HTTP client than Kindling's.
	 * @return whether a dependency brings one
	 */
	public static boolean hasOtherHttpClients() {
		return HttpServices.OTHERS;
	}

	/**
	 * Makes what finds schemas.
	 * @return to be a bean
	 */
	public static TableSchemas tableSchemas() {
		return new TableSchemas();
	}

	/**
	 * Makes what finds tables.
	 * @return to be a bean
	 */
	public static DynamoDbTables tables() {
		return new DynamoDbTables();
	}

	/**
	 * Makes what defines a bean for each entity's table and indexes.
	 * @return to be a bean
	 */
	public static BeanDefinitionRegistryPostProcessor tableBeansRegistrar() {
		return new TableBeansRegistrar();
	}

	/**
	 * Looks for region and credentials where the SDK does.
	 * @return the SDK's default chains
	 */
	public static AwsDefaults defaultChains() {
		return new DefaultChains();
	}

}
