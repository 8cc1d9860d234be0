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

package dev.kindling.dynamodb.client;

import java.util.List;
import java.util.function.Consumer;

import dev.kindling.dynamodb.AwsDefaults;
import dev.kindling.dynamodb.DynamoDbConnectionDetails;
import dev.kindling.dynamodb.DynamoDbProperties;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.SdkAutoCloseable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Builds a client when it is first needed and closes it with the context. A factory bean,
 * because Spring registers each method of a bean's class for reflection, and a client's
 * 300 methods would bring thousands of classes into an executable.
 *
 * @param <T> the client
 */
public abstract class ClientFactoryBean<T> implements FactoryBean<T>, BeanFactoryAware, DisposableBean {

	private final Class<T> type;

	private @Nullable ListableBeanFactory beanFactory;

	private @Nullable T client;

	protected ClientFactoryBean(Class<T> type) {
		this.type = type;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ListableBeanFactory) beanFactory;
	}

	@Override
	public Class<?> getObjectType() {
		return this.type;
	}

	@Override
	public synchronized T getObject() {
		T built = this.client;
		if (built == null) {
			built = build();
			this.client = built;
		}
		return built;
	}

	/**
	 * Builds the client.
	 */
	protected abstract T build();

	@Override
	public synchronized void destroy() {
		if (this.client instanceof SdkAutoCloseable closeable) {
			closeable.close();
		}
	}

	protected final ListableBeanFactory beanFactory() {
		if (this.beanFactory == null) {
			throw new IllegalStateException("Only a bean can build a client");
		}
		return this.beanFactory;
	}

	protected final DynamoDbProperties properties() {
		return new DynamoDbProperties(beanFactory().getBean(Environment.class));
	}

	protected final Connection connection(DynamoDbProperties properties) {
		return Connection.of(properties, optional(DynamoDbConnectionDetails.class), optional(AwsDefaults.class));
	}

	/**
	 * The bean of a type, if there is exactly one or a primary one.
	 */
	protected final <B> @Nullable B optional(Class<B> beanType) {
		if (beanFactory().getBeanNamesForType(beanType, false, false).length == 0) {
			return null;
		}
		return beanFactory().getBeanProvider(beanType).getIfUnique();
	}

	/**
	 * Calls each bean of a type, in order.
	 */
	protected final <B> void forEach(Class<B> beanType, Consumer<B> action) {
		if (beanFactory().getBeanNamesForType(beanType, false, false).length == 0) {
			return;
		}
		List<B> beans = beanFactory().getBeanProvider(beanType).orderedStream().toList();
		for (B bean : beans) {
			action.accept(bean);
		}
	}

}
