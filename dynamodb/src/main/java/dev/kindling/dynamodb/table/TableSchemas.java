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

import dev.kindling.dynamodb.schema.JvmTableSchemas;
import dev.kindling.dynamodb.schema.SchemaException;
import dev.kindling.dynamodb.schema.TableSchemaSource;
import dev.kindling.start.LooksUp;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.NativeDetector;
import org.springframework.core.ResolvableType;

/**
 * Finds table schemas: a bean of the application's first, then one that was generated
 * while the application was processed ahead of time; on the JVM the SDK makes the rest.
 */
@LooksUp(TableSchema.class)
public final class TableSchemas implements BeanFactoryAware {

	private @Nullable ListableBeanFactory beanFactory;

	private @Nullable TableSchemaSource jvm;

	public TableSchemas() {
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ListableBeanFactory) beanFactory;
	}

	/**
	 * Finds the schema of a class.
	 * @param <T> the class
	 * @param type the class
	 * @return the schema
	 * @throws SchemaException if the class can't be mapped, or if this is a native
	 * executable and no schema was generated for it
	 */
	@SuppressWarnings("unchecked")
	public <T> TableSchema<T> of(Class<T> type) {
		TableSchema<?> schema = bean(type);
		if (schema == null) {
			schema = generated(type);
		}
		if (schema == null && !NativeDetector.inNativeImage()) {
			schema = jvm().find(type);
		}
		if (schema == null) {
			throw new SchemaException(type, null, NativeDetector.inNativeImage()
					? "No schema was generated when this executable was built. Annotate the class, and keep it "
							+ "in a package of the application or inject a DynamoDbTable of it."
					: "It is neither a record nor annotated with @DynamoDbBean or @DynamoDbImmutable, and there "
							+ "is no bean TableSchema<" + type.getSimpleName() + ">.",
					null);
		}
		return (TableSchema<T>) schema;
	}

	private @Nullable TableSchema<?> bean(Class<?> type) {
		ListableBeanFactory beans = beanFactory();
		if (beans.getBeanNamesForType(TableSchema.class, true, false).length == 0) {
			return null;
		}
		return beans.<TableSchema<?>>getBeanProvider(ResolvableType.forClassWithGenerics(TableSchema.class, type))
			.getIfAvailable();
	}

	private @Nullable TableSchema<?> generated(Class<?> type) {
		ListableBeanFactory beans = beanFactory();
		if (!beans.containsBean(TableSchemaSource.BEAN_NAME)) {
			return null;
		}
		return beans.getBean(TableSchemaSource.BEAN_NAME, TableSchemaSource.class).find(type);
	}

	private synchronized TableSchemaSource jvm() {
		TableSchemaSource source = this.jvm;
		if (source == null) {
			source = new JvmTableSchemas();
			this.jvm = source;
		}
		return source;
	}

	private ListableBeanFactory beanFactory() {
		if (this.beanFactory == null) {
			throw new IllegalStateException("Only a bean can find schemas");
		}
		return this.beanFactory;
	}

}
