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

package dev.kindling.dynamodb.aot;

import dev.kindling.dynamodb.DynamoDbConnectionDetails;
import dev.kindling.dynamodb.config.DynamoDbBeans;
import dev.kindling.dynamodb.priming.DynamoDbPriming;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;

import org.springframework.aot.generate.GeneratedMethod;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationExcludeFilter;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.env.Environment;

/**
 * Lets the application connect to DynamoDB before its beans are created, if it has a
 * client and nothing but Kindling decides how that connects.
 */
class PrimingAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final String CLIENT = "dynamoDbClient";

	private static final String PRIMING = "dynamoDbPriming";

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (!stays(PRIMING, beanFactory) || !stays(CLIENT, beanFactory) || !Decisions.connectsEarly(beanFactory)) {
			return null;
		}
		return (context, code) -> {
			GeneratedMethod method = code.getMethods().add("connectToDynamoDb", (builder) -> {
				builder.addJavadoc("Connects to DynamoDB before any bean is created.");
				builder.addParameter(DefaultListableBeanFactory.class, "beanFactory");
				builder.addParameter(Environment.class, "environment");
				builder.addStatement("$T.connect(beanFactory, environment)", DynamoDbPriming.class);
			});
			code.addInitializer(method.toMethodReference());
		};
	}

	private static boolean stays(String name, ConfigurableListableBeanFactory beanFactory) {
		if (!beanFactory.containsBeanDefinition(name)) {
			return false;
		}
		RegisteredBean bean = RegisteredBean.of(beanFactory, name);
		for (BeanRegistrationExcludeFilter filter : AotServices.factoriesAndBeans(beanFactory)
			.load(BeanRegistrationExcludeFilter.class)) {
			if (filter.isExcludedFromAotProcessing(bean)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Refers to the SDK, so that the processor itself doesn't.
	 */
	private static final class Decisions {

		static boolean connectsEarly(ConfigurableListableBeanFactory beanFactory) {
			return !DynamoDbBeans.hasOtherHttpClients()
					&& beanFactory.getBeanNamesForType(SdkHttpClient.class, true, false).length == 0
					&& beanFactory.getBeanNamesForType(DynamoDbConnectionDetails.class, true, false).length == 0;
		}

	}

}
