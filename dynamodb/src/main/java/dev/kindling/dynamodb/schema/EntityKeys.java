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

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;

/**
 * What an entity's annotations say about its table, those of flattened documents
 * included.
 */
public final class EntityKeys {

	private final Set<Class<? extends Annotation>> annotations = new LinkedHashSet<>();

	private final Set<String> indexes = new LinkedHashSet<>();

	private final boolean known;

	private EntityKeys(boolean known) {
		this.known = known;
	}

	/**
	 * Reads a class.
	 * @param type the class
	 * @return what it says; nothing if it can't be mapped, which is told when it is used
	 */
	public static EntityKeys of(Class<?> type) {
		if (!Documents.isMapped(type)) {
			return new EntityKeys(false);
		}
		EntityKeys keys = new EntityKeys(true);
		try {
			keys.read(type);
		}
		catch (SchemaException ex) {
			return new EntityKeys(false);
		}
		return keys;
	}

	private void read(Class<?> type) {
		for (EntityAttribute attribute : EntityIntrospector.introspect(type).attributes()) {
			for (Annotation annotation : attribute.annotations()) {
				this.annotations.add(annotation.annotationType());
				if (annotation instanceof DynamoDbSecondaryPartitionKey key) {
					this.indexes.addAll(Arrays.asList(key.indexNames()));
				}
				if (annotation instanceof DynamoDbSecondarySortKey key) {
					this.indexes.addAll(Arrays.asList(key.indexNames()));
				}
			}
			if (attribute.flattened() && !attribute.isFlattenedMap()) {
				read(attribute.getter().getReturnType());
			}
		}
	}

	/**
	 * Whether the class can have a table of its own.
	 * @return whether there is a partition key
	 */
	public boolean hasPartitionKey() {
		return this.annotations.contains(DynamoDbPartitionKey.class);
	}

	/**
	 * Whether the class can be mapped, but can't have a table of its own.
	 * @return whether there is no partition key
	 */
	public boolean lacksPartitionKey() {
		return this.known && !hasPartitionKey();
	}

	/**
	 * The secondary indexes.
	 * @return their names
	 */
	public List<String> indexes() {
		return List.copyOf(this.indexes);
	}

	/**
	 * Whether any attribute is annotated.
	 * @param annotation the annotation
	 * @return whether there is one
	 */
	public boolean isAnnotated(Class<? extends Annotation> annotation) {
		return this.annotations.contains(annotation);
	}

}
