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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A schema that is made when it is first used, so that a class can hold objects of its
 * own kind.
 *
 * @param <T> the class
 */
public final class LazyTableSchema<T> implements TableSchema<T> {

	private final Supplier<TableSchema<T>> supplier;

	private volatile @Nullable TableSchema<T> schema;

	/**
	 * Creates a schema.
	 * @param supplier returns the real one, the same each time
	 */
	public LazyTableSchema(Supplier<TableSchema<T>> supplier) {
		this.supplier = supplier;
	}

	private TableSchema<T> schema() {
		TableSchema<T> made = this.schema;
		if (made == null) {
			made = this.supplier.get();
			this.schema = made;
		}
		return made;
	}

	@Override
	public T mapToItem(Map<String, AttributeValue> attributes) {
		return schema().mapToItem(attributes);
	}

	@Override
	public T mapToItem(Map<String, AttributeValue> attributes, boolean preserveEmptyObject) {
		return schema().mapToItem(attributes, preserveEmptyObject);
	}

	@Override
	public Map<String, AttributeValue> itemToMap(T item, boolean ignoreNulls) {
		return schema().itemToMap(item, ignoreNulls);
	}

	@Override
	public Map<String, AttributeValue> itemToMap(T item, Collection<String> attributes) {
		return schema().itemToMap(item, attributes);
	}

	@Override
	public AttributeValue attributeValue(T item, String attribute) {
		return schema().attributeValue(item, attribute);
	}

	@Override
	public TableMetadata tableMetadata() {
		return schema().tableMetadata();
	}

	@Override
	public EnhancedType<T> itemType() {
		return schema().itemType();
	}

	@Override
	public List<String> attributeNames() {
		return schema().attributeNames();
	}

	@Override
	public boolean isAbstract() {
		return schema().isAbstract();
	}

	@Override
	public AttributeConverter<T> converterForAttribute(Object key) {
		return schema().converterForAttribute(key);
	}

}
