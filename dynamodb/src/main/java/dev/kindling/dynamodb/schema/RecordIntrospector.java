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

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;

/**
 * Reads a record: its components.
 */
final class RecordIntrospector {

	private RecordIntrospector() {
	}

	static Entity introspect(Class<?> type, List<Class<? extends AttributeConverterProvider>> converterProviders) {
		List<EntityAttribute> attributes = new ArrayList<>();
		for (RecordComponent component : type.getRecordComponents()) {
			if (EntityIntrospector.isIgnored(component.getAccessor(), null)) {
				throw new SchemaException(type, component.getAccessor(),
						"A record is made from all its components, so " + "that none can be ignored.", null);
			}
			attributes.add(EntityIntrospector.attribute(type, component.getName(), component.getAccessor(), null));
		}
		EntityIntrospector.checkFlattenedMaps(type, attributes);
		return new Entity(type, Entity.Kind.RECORD, null, List.copyOf(attributes), converterProviders);
	}

}
