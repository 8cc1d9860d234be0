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

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.ImmutableAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/**
 * Makes schemas by reflection: on the JVM for records, and for what holds them; while an
 * application is processed ahead of time to find out what can't be mapped.
 */
public final class ReflectiveTableSchemas {

	private final Map<Class<?>, TableSchema<?>> schemas = new HashMap<>();

	private final Map<Class<?>, LazyTableSchema<?>> pending = new HashMap<>();

	/**
	 * Makes the schema of a class.
	 * @param <T> the class
	 * @param type the class
	 * @return the same schema each time
	 * @throws SchemaException if the class can't be mapped
	 */
	@SuppressWarnings("unchecked")
	public synchronized <T> TableSchema<T> of(Class<T> type) {
		TableSchema<?> schema = this.schemas.get(type);
		if (schema == null) {
			schema = this.pending.get(type);
		}
		if (schema == null) {
			this.pending.put(type, new LazyTableSchema<>(() -> (TableSchema<Object>) this.schemas.get(type)));
			try {
				schema = build(EntityIntrospector.introspect(type));
				this.schemas.put(type, schema);
			}
			finally {
				this.pending.remove(type);
			}
		}
		return (TableSchema<T>) schema;
	}

	private TableSchema<?> build(Entity entity) {
		StaticImmutableTableSchema.Builder<Object, Object> builder = builder(entity);
		switch (entity.kind()) {
			case BEAN -> builder.newItemBuilder(constructor(entity.type()), Function.identity());
			case IMMUTABLE -> addBuilder(entity, builder);
			case RECORD -> addRecord(entity, builder);
		}
		int index = 0;
		for (EntityAttribute attribute : entity.attributes()) {
			// alone first, so that a failure names the member
			StaticImmutableTableSchema.Builder<Object, Object> alone = builder(entity);
			try {
				add(entity, attribute, index, alone);
				alone.build();
				add(entity, attribute, index, builder);
			}
			catch (IllegalArgumentException | IllegalStateException ex) {
				throw new SchemaException(entity.type(), attribute.getter(), ex.getMessage(), ex);
			}
			index++;
		}
		try {
			return builder.build();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new SchemaException(entity.type(), null, ex.getMessage(), ex);
		}
	}

	@SuppressWarnings("unchecked")
	private static StaticImmutableTableSchema.Builder<Object, Object> builder(Entity entity) {
		StaticImmutableTableSchema.Builder<Object, Object> builder = StaticImmutableTableSchema
			.builder((Class<Object>) entity.type(), (Class<Object>) builderType(entity));
		List<AttributeConverterProvider> providers = new ArrayList<>();
		for (Class<? extends AttributeConverterProvider> provider : entity.converterProviders()) {
			providers.add((AttributeConverterProvider) constructor(provider).get());
		}
		return builder.attributeConverterProviders(providers);
	}

	private static Class<?> builderType(Entity entity) {
		if (entity.builder() != null) {
			return entity.builder().type();
		}
		return (entity.kind() == Entity.Kind.RECORD) ? Object[].class : entity.type();
	}

	private static void addBuilder(Entity entity, StaticImmutableTableSchema.Builder<Object, Object> schema) {
		Entity.Builder builder = entity.builder();
		if (builder == null) {
			throw new IllegalStateException(entity.type() + " has no builder");
		}
		Method create = builder.create();
		Supplier<Object> supplier = (create != null) ? () -> invoke(create, null) : constructor(builder.type());
		schema.newItemBuilder(supplier, (object) -> invoke(builder.build(), object));
	}

	private static void addRecord(Entity entity, StaticImmutableTableSchema.Builder<Object, Object> schema) {
		RecordComponent[] components = entity.type().getRecordComponents();
		Class<?>[] types = new Class<?>[components.length];
		for (int i = 0; i < types.length; i++) {
			types[i] = components[i].getType();
		}
		Constructor<?> constructor;
		try {
			constructor = entity.type().getDeclaredConstructor(types);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("A record without its canonical constructor: " + entity.type(), ex);
		}
		constructor.setAccessible(true);
		schema.newItemBuilder(() -> new Object[types.length], (values) -> {
			Object[] arguments = ((Object[]) values).clone();
			for (int i = 0; i < arguments.length; i++) {
				if (arguments[i] == null) {
					arguments[i] = zero(types[i]);
				}
			}
			return newInstance(constructor, arguments);
		});
	}

	private static @Nullable Object zero(Class<?> type) {
		return type.isPrimitive() ? java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0) : null;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private void add(Entity entity, EntityAttribute attribute, int index,
			StaticImmutableTableSchema.Builder<Object, Object> schema) {
		Method getter = attribute.getter();
		Function<Object, Object> read = (object) -> invoke(getter, object);
		BiConsumer<Object, Object> write = writer(attribute, index);
		getter.trySetAccessible();
		if (attribute.isFlattenedMap()) {
			schema.flatten(attribute.property(), (Function) read, (BiConsumer) write);
			return;
		}
		if (attribute.flattened()) {
			schema.flatten((TableSchema<Object>) of(getter.getReturnType()), read, write);
			return;
		}
		ImmutableAttribute.Builder<Object, Object, Object> builder = ImmutableAttribute.builder(
				(Class<Object>) entity.type(), (Class<Object>) builderType(entity),
				(EnhancedType<Object>) enhancedType(attribute.type(), attribute));
		builder.name(attribute.name()).getter(read).setter(write);
		if (attribute.converter() != null) {
			builder.attributeConverter((AttributeConverter<Object>) constructor(attribute.converter()).get());
		}
		AttributeTags.add(entity, attribute, builder);
		schema.addAttribute(builder.build());
	}

	private static BiConsumer<Object, Object> writer(EntityAttribute attribute, int index) {
		Method setter = attribute.setter();
		if (setter == null) {
			return (values, value) -> ((Object[]) values)[index] = value;
		}
		setter.trySetAccessible();
		return (object, value) -> invoke(setter, object, value);
	}

	@SuppressWarnings("unchecked")
	private EnhancedType<?> enhancedType(Type type, EntityAttribute attribute) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			if (parameterized.getRawType() == List.class) {
				return EnhancedType.listOf(enhancedType(arguments[0], attribute));
			}
			if (parameterized.getRawType() == Map.class) {
				return EnhancedType.mapOf(EnhancedType.of(arguments[0]), enhancedType(arguments[1], attribute));
			}
		}
		Class<?> document = Documents.documentClass(type);
		if (document != null && Documents.isDocument(document, attribute)) {
			return SchemaTypes.document((Class<Object>) document, (TableSchema<Object>) of(document),
					attribute.preserveEmptyObject(), attribute.ignoreNulls());
		}
		return EnhancedType.of(type);
	}

	private static Supplier<Object> constructor(Class<?> type) {
		Constructor<?> constructor = Constructors.find(type);
		if (constructor == null) {
			throw Constructors.missing(type);
		}
		constructor.setAccessible(true);
		return () -> newInstance(constructor);
	}

	private static Object newInstance(Constructor<?> constructor, @Nullable Object... arguments) {
		try {
			return constructor.newInstance(arguments);
		}
		catch (InvocationTargetException ex) {
			throw rethrow(ex);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Can't call " + constructor, ex);
		}
	}

	private static Object invoke(Method method, @Nullable Object target, @Nullable Object... arguments) {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw rethrow(ex);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Can't call " + method, ex);
		}
	}

	private static RuntimeException rethrow(InvocationTargetException failure) {
		Throwable target = failure.getTargetException();
		if (target instanceof Error error) {
			throw error;
		}
		return (target instanceof RuntimeException exception) ? exception : new IllegalStateException(target);
	}

}
