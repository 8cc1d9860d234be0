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

package dev.kindling.dynamodb.schema;

import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.BeanTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.BeanTableSchemaParams;
import software.amazon.awssdk.enhanced.dynamodb.mapper.ImmutableTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.ImmutableTableSchemaParams;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/**
 * Makes schemas where nothing was generated: the SDK does, except for what it can't map,
 * which are records, classes that hold records, and classes that hold each other.
 */
public final class JvmTableSchemas implements TableSchemaSource {

	private final Map<Class<?>, TableSchema<?>> schemas = new HashMap<>();

	private final ReflectiveTableSchemas reflective = new ReflectiveTableSchemas();

	@Override
	public synchronized @Nullable TableSchema<?> find(Class<?> type) {
		if (!Documents.isMapped(type)) {
			return null;
		}
		TableSchema<?> schema = this.schemas.get(type);
		if (schema == null) {
			schema = make(type);
			this.schemas.put(type, schema);
		}
		return schema;
	}

	private TableSchema<?> make(Class<?> type) {
		if (!isForTheSdk(type, new HashSet<>())) {
			return this.reflective.of(type);
		}
		try {
			MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
			if (type.isAnnotationPresent(DynamoDbImmutable.class)) {
				return ImmutableTableSchema.create(ImmutableTableSchemaParams.builder(type).lookup(lookup).build());
			}
			return BeanTableSchema.create(BeanTableSchemaParams.builder(type).lookup(lookup).build());
		}
		catch (IllegalAccessException ex) {
			throw new SchemaException(type, null, "Its module doesn't open its package.", ex);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new SchemaException(type, null, ex.getMessage(), ex);
		}
	}

	private static boolean isForTheSdk(Class<?> type, Set<Class<?>> above) {
		if (type.isRecord() && !type.isAnnotationPresent(DynamoDbImmutable.class)) {
			return false;
		}
		if (type.isAnnotationPresent(DynamoDbBean.class) && !Constructors.isPublic(type)) {
			return false;
		}
		above.add(type);
		for (Class<?> document : Documents.of(EntityIntrospector.introspect(type))) {
			// a class may hold itself, but the SDK never ends with two that hold each
			// other
			if (document != type && (above.contains(document) || !isForTheSdk(document, above))) {
				return false;
			}
		}
		above.remove(type);
		return true;
	}

}
