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

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/**
 * Reads a {@link DynamoDbBean}: properties with a public getter and a public setter, also
 * a fluent one.
 */
final class BeanIntrospector {

	private BeanIntrospector() {
	}

	static Entity introspect(Class<?> type, DynamoDbBean bean) {
		if (Modifier.isAbstract(type.getModifiers())) {
			throw new SchemaException(type, null, "It is abstract, so that no object can be made of an item.", null);
		}
		if (Constructors.find(type) == null) {
			throw Constructors.missing(type);
		}
		List<EntityAttribute> attributes = new ArrayList<>();
		for (PropertyDescriptor property : properties(type)) {
			Method getter = property.getReadMethod();
			if (getter == null) {
				continue;
			}
			Method setter = property.getWriteMethod();
			if (setter == null) {
				setter = fluentSetter(type, property, getter);
			}
			if (setter != null && !EntityIntrospector.isIgnored(getter, setter)) {
				attributes.add(EntityIntrospector.attribute(type, property.getName(), getter, setter));
			}
		}
		EntityIntrospector.checkFlattenedMaps(type, attributes);
		return new Entity(type, Entity.Kind.BEAN, null, List.copyOf(attributes), List.of(bean.converterProviders()));
	}

	static PropertyDescriptor[] properties(Class<?> type) {
		try {
			return Introspector.getBeanInfo(type).getPropertyDescriptors();
		}
		catch (IntrospectionException ex) {
			throw new SchemaException(type, null, "Its properties can't be read.", ex);
		}
	}

	private static @Nullable Method fluentSetter(Class<?> type, PropertyDescriptor property, Method getter) {
		String name = "set" + property.getName().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
				+ property.getName().substring(1);
		for (Method method : type.getMethods()) {
			if (method.getName().equals(name) && method.getReturnType() == type && method.getParameterCount() == 1
					&& method.getParameterTypes()[0] == getter.getReturnType()) {
				return method;
			}
		}
		return null;
	}

}
