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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.kindling.dynamodb.schema.EntityScanner;
import dev.kindling.dynamodb.schema.TableSchemaSource;
import dev.kindling.dynamodb.table.DynamoDbTables;
import dev.kindling.dynamodb.table.TableBeanDefinitions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

import org.springframework.aot.generate.GeneratedMethod;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.ResolvableType;
import org.springframework.javapoet.ClassName;
import org.springframework.util.ClassUtils;

/**
 * Generates a schema for each entity in the application's packages, or injected anywhere,
 * unless the application has a {@code TableSchema} bean for it; and registers what finds
 * them before any bean is created.
 */
class TableSchemaAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final String ENHANCED_CLIENT = "software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient";

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (!ClassUtils.isPresent(ENHANCED_CLIENT, beanFactory.getBeanClassLoader())) {
			return null;
		}
		return Entities.contribution(beanFactory);
	}

	/**
	 * Refers to the SDK, so that the processor itself doesn't.
	 */
	private static final class Entities {

		static @Nullable BeanFactoryInitializationAotContribution contribution(
				ConfigurableListableBeanFactory beanFactory) {
			TableInventory.add(beanFactory);
			Set<Class<?>> entities = entities(beanFactory);
			if (entities.isEmpty()) {
				return null;
			}
			TableSchemaGenerator generator = new TableSchemaGenerator(entities);
			return (context, code) -> contribute(generator, context, code);
		}

		private static Set<Class<?>> entities(ConfigurableListableBeanFactory beanFactory) {
			Set<Class<?>> entities = new LinkedHashSet<>();
			for (String name : beanFactory.getBeanDefinitionNames()) {
				Class<?> entity = TableBeanDefinitions.entity(beanFactory.getBeanDefinition(name));
				if (entity != null) {
					entities.add(entity);
				}
			}
			if (beanFactory.getBeanNamesForType(DynamoDbTables.class, true, false).length > 0) {
				List<String> packages = AutoConfigurationPackages.has(beanFactory)
						? AutoConfigurationPackages.get(beanFactory) : List.of();
				entities.addAll(EntityScanner.scan(packages, beanFactory.getBeanClassLoader()));
			}
			entities.removeIf((entity) -> hasBean(entity, beanFactory));
			return entities;
		}

		private static boolean hasBean(Class<?> entity, ConfigurableListableBeanFactory beanFactory) {
			return beanFactory.getBeanNamesForType(ResolvableType.forClassWithGenerics(TableSchema.class, entity), true,
					false).length > 0;
		}

		private static void contribute(TableSchemaGenerator generator, GenerationContext context,
				BeanFactoryInitializationCode code) {
			ClassName source = generator.generate(context);
			GeneratedMethod method = code.getMethods().add("registerTableSchemas", (builder) -> {
				builder.addJavadoc("Registers the schemas of the application's entities.");
				builder.addParameter(DefaultListableBeanFactory.class, "beanFactory");
				builder.addStatement("beanFactory.registerSingleton($S, new $T())", TableSchemaSource.BEAN_NAME,
						source);
			});
			code.addInitializer(method.toMethodReference());
		}

	}

}
