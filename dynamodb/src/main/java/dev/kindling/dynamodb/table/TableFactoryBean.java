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

import dev.kindling.start.LooksUp;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.FactoryBean;

/**
 * Makes the bean that is an entity's table or index.
 *
 * @param <T> {@code DynamoDbTable} or {@code DynamoDbIndex} with the entity
 */
@LooksUp(DynamoDbTables.class)
final class TableFactoryBean<T> implements FactoryBean<T>, BeanFactoryAware {

	private final Class<?> entity;

	private final @Nullable String index;

	private @Nullable BeanFactory beanFactory;

	TableFactoryBean(Class<?> entity, @Nullable String index) {
		this.entity = entity;
		this.index = index;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public Class<?> getObjectType() {
		return (this.index != null) ? DynamoDbIndex.class : DynamoDbTable.class;
	}

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable T getObject() {
		if (this.beanFactory == null) {
			return null;
		}
		DynamoDbTables tables = this.beanFactory.getBean(DynamoDbTables.class);
		return (T) ((this.index != null) ? tables.index(this.entity, this.index) : tables.table(this.entity));
	}

}
