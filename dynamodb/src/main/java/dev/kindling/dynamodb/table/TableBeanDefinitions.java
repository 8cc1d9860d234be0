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

package dev.kindling.dynamodb.table;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/**
 * Defines the beans that are entities' tables and indexes; generated code calls it, too.
 */
public final class TableBeanDefinitions {

	private static final String ENTITY = TableBeanDefinitions.class.getName() + ".entity";

	private static final String INDEX = TableBeanDefinitions.class.getName() + ".index";

	private TableBeanDefinitions() {
	}

	/**
	 * Defines a bean of type {@code DynamoDbTable<entity>}.
	 * @param entity the entity
	 * @return the definition
	 */
	public static RootBeanDefinition table(Class<?> entity) {
		return definition(entity, null, DynamoDbTable.class);
	}

	/**
	 * Defines a bean of type {@code DynamoDbIndex<entity>}, qualified by the index's
	 * name.
	 * @param entity the entity
	 * @param index the index's name
	 * @return the definition
	 */
	public static RootBeanDefinition index(Class<?> entity, String index) {
		RootBeanDefinition definition = definition(entity, index, DynamoDbIndex.class);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, index));
		return definition;
	}

	private static RootBeanDefinition definition(Class<?> entity, @Nullable String index, Class<?> type) {
		RootBeanDefinition definition = new RootBeanDefinition(TableFactoryBean.class);
		definition.setTargetType(ResolvableType.forClassWithGenerics(TableFactoryBean.class,
				ResolvableType.forClassWithGenerics(type, entity)));
		definition.setInstanceSupplier(() -> new TableFactoryBean<>(entity, index));
		definition.setLazyInit(true);
		definition.setAttribute(ENTITY, entity);
		definition.setAttribute(INDEX, index);
		return definition;
	}

	/**
	 * The entity that a bean definition is about.
	 * @param definition any bean definition
	 * @return the entity, or {@code null} if it is none of these definitions
	 */
	public static @Nullable Class<?> entity(BeanDefinition definition) {
		return (Class<?>) definition.getAttribute(ENTITY);
	}

	/**
	 * The index that a bean definition is about.
	 * @param definition any bean definition
	 * @return the index's name, or {@code null} if it is a table's definition or none of
	 * these
	 */
	public static @Nullable String index(BeanDefinition definition) {
		return (String) definition.getAttribute(INDEX);
	}

}
