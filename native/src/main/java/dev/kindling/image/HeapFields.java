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
package dev.kindling.image;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what objects of the image heap are called by: their fields that are text, a
 * class, a number or a constant. Only GraalVM can: many of the objects exist as its model
 * alone, and most others are private to the JDK.
 */
final class HeapFields {

	private final Fields reflection;

	private final Object constants;

	private final Object objects;

	private final Map<Object, List<Object>> candidates = new HashMap<>();

	private HeapFields(Fields reflection, Object constants, Object objects) {
		this.reflection = reflection;
		this.constants = constants;
		this.objects = objects;
	}

	/**
	 * Those of the objects in GraalVM's heap.
	 * @throws ReflectiveOperationException if this GraalVM's heap is another
	 */
	static HeapFields of(Fields reflection, Object heap) throws ReflectiveOperationException {
		return new HeapFields(reflection, reflection.constants.get(heap),
				reflection.snippetReflection.invoke(reflection.universe.get(heap)));
	}

	/**
	 * The texts, classes, numbers and constants that an object refers to.
	 * @param info GraalVM's description of the object
	 */
	String describe(Object info) throws ReflectiveOperationException {
		Fields fields = this.reflection;
		Object type = fields.type.invoke(info);
		List<Object> candidates = this.candidates.get(type);
		if (candidates == null) {
			candidates = candidates(type);
			this.candidates.put(type, candidates);
		}
		StringBuilder text = new StringBuilder();
		for (Object field : candidates) {
			Object constant = fields.read.invoke(this.constants, field, fields.constant.invoke(info), true);
			Object value = (constant != null) ? fields.asObject.invoke(this.objects, Object.class, constant) : null;
			if (value instanceof String || value instanceof Number || value instanceof Enum) {
				text.append(value).append('\0');
			}
			else if (fields.hub.isInstance(value)) {
				text.append(fields.hubName.invoke(value)).append('\0');
			}
		}
		return text.toString();
	}

	private List<Object> candidates(Object type) throws ReflectiveOperationException {
		Fields fields = this.reflection;
		List<Object> candidates = new ArrayList<>();
		if (fields.instanceClass.isInstance(type)) {
			for (Object field : (Object[]) fields.instanceFields.invoke(type, true)) {
				if ((boolean) fields.isRead.invoke(field) && (boolean) fields.isAvailable.invoke(field)
						&& isCandidate((Class<?>) fields.javaClass.invoke(fields.fieldType.invoke(field)))) {
					candidates.add(field);
				}
			}
		}
		return candidates;
	}

	private boolean isCandidate(Class<?> type) {
		return type == Object.class || type == String.class || type == Class.class || type == this.reflection.hub
				|| Number.class.isAssignableFrom(type) || Enum.class.isAssignableFrom(type);
	}

	/**
	 * What is needed of GraalVM's model of the heap.
	 */
	record Fields(Field constants, Field universe, Method snippetReflection, Method asObject, Method read, Method type,
			Method constant, Class<?> instanceClass, Method instanceFields, Method isRead, Method isAvailable,
			Method fieldType, Method javaClass, Class<?> hub, Method hubName) {

		static Fields find() throws ReflectiveOperationException {
			Class<?> heap = Class.forName("com.oracle.svm.hosted.image.NativeImageHeap");
			Class<?> info = Class.forName("com.oracle.svm.hosted.image.NativeImageHeap$ObjectInfo");
			Class<?> field = Class.forName("com.oracle.svm.hosted.meta.HostedField");
			Class<?> instanceClass = Class.forName("com.oracle.svm.hosted.meta.HostedInstanceClass");
			Class<?> hub = Class.forName("com.oracle.svm.core.hub.DynamicHub");
			Method snippetReflection = ImageBuilder.method(Class.forName("com.oracle.svm.hosted.meta.HostedUniverse"),
					"getSnippetReflection");
			Field constants = ImageBuilder.field(heap, "hConstantReflection");
			Method constant = ImageBuilder.method(info, "getConstant");
			return new Fields(constants, ImageBuilder.field(heap, "hUniverse"), snippetReflection,
					ImageBuilder.methodNamed(snippetReflection.getReturnType(), "asObject", 2),
					ImageBuilder.methodNamed(constants.getType(), "readFieldValue", 3),
					ImageBuilder.method(info, "getClazz"), constant, instanceClass,
					ImageBuilder.method(instanceClass, "getInstanceFields", boolean.class),
					ImageBuilder.method(field, "isRead"), ImageBuilder.method(field, "isValueAvailable"),
					ImageBuilder.method(field, "getType"),
					ImageBuilder.method(Class.forName("com.oracle.svm.hosted.meta.HostedType"), "getJavaClass"), hub,
					ImageBuilder.method(hub, "getName"));
		}

	}

}
