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

package dev.kindling.dynamodb.entities;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import dev.kindling.dynamodb.schema.Documents;
import dev.kindling.dynamodb.schema.Entity;
import dev.kindling.dynamodb.schema.EntityAttribute;
import dev.kindling.dynamodb.schema.EntityIntrospector;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkNumber;

/**
 * Makes objects with random values, some of them {@code null}.
 */
public final class RandomItems {

	private static final int MAXIMUM_DEPTH = 3;

	private static final Map<Class<?>, Function<Random, Object>> VALUES = new HashMap<>();

	private static final Map<Class<?>, Entity> ENTITIES = new HashMap<>();

	static {
		value(String.class, RandomItems::text);
		value(CharSequence.class, RandomItems::text);
		value(StringBuilder.class, (random) -> new StringBuilder(text(random)));
		value(StringBuffer.class, (random) -> new StringBuffer(text(random)));
		value(char[].class, (random) -> text(random).toCharArray());
		value(Character.class, (random) -> (char) random.nextInt('a', 'z'));
		value(char.class, (random) -> (char) random.nextInt('A', 'Z'));
		for (Class<?> type : new Class<?>[] { Integer.class, int.class }) {
			value(type, Random::nextInt);
		}
		for (Class<?> type : new Class<?>[] { Long.class, long.class }) {
			value(type, Random::nextLong);
		}
		for (Class<?> type : new Class<?>[] { Short.class, short.class }) {
			value(type, (random) -> (short) random.nextInt());
		}
		for (Class<?> type : new Class<?>[] { Byte.class, byte.class }) {
			value(type, (random) -> (byte) random.nextInt());
		}
		for (Class<?> type : new Class<?>[] { Float.class, float.class }) {
			value(type, Random::nextFloat);
		}
		for (Class<?> type : new Class<?>[] { Double.class, double.class }) {
			value(type, (random) -> random.nextInt(50) == 0 ? Double.NaN : random.nextDouble() * 1e9);
		}
		for (Class<?> type : new Class<?>[] { Boolean.class, boolean.class }) {
			value(type, Random::nextBoolean);
		}
		value(BigInteger.class, (random) -> new BigInteger(100, random));
		value(BigDecimal.class, (random) -> new BigDecimal(new BigInteger(60, random), random.nextInt(-5, 20)));
		value(SdkNumber.class, (random) -> SdkNumber.fromString(Long.toString(random.nextLong())));
		value(AtomicInteger.class, (random) -> new AtomicInteger(random.nextInt()));
		value(AtomicLong.class, (random) -> new AtomicLong(random.nextLong()));
		value(AtomicBoolean.class, (random) -> new AtomicBoolean(random.nextBoolean()));
		value(byte[].class, RandomItems::bytes);
		value(ByteBuffer.class, (random) -> ByteBuffer.wrap(bytes(random)));
		value(SdkBytes.class, (random) -> SdkBytes.fromByteArray(bytes(random)));
		value(Instant.class, RandomItems::instant);
		value(LocalDate.class, (random) -> dateTime(random).toLocalDate());
		value(LocalTime.class, (random) -> dateTime(random).toLocalTime());
		value(LocalDateTime.class, RandomItems::dateTime);
		value(OffsetDateTime.class, (random) -> dateTime(random).atOffset(offset(random)));
		value(ZonedDateTime.class, (random) -> instant(random).atZone(ZoneId.of("Europe/Berlin")));
		value(Duration.class, (random) -> Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000)));
		value(Period.class, (random) -> Period.of(random.nextInt(100), random.nextInt(12), random.nextInt(30)));
		value(MonthDay.class, (random) -> MonthDay.of(random.nextInt(1, 13), random.nextInt(1, 29)));
		value(ZoneId.class, (random) -> random.nextBoolean() ? ZoneId.of("Asia/Tokyo") : ZoneId.of("UTC"));
		value(ZoneOffset.class, RandomItems::offset);
		value(URI.class, (random) -> URI.create("https://example.com/" + random.nextInt()));
		value(URL.class, RandomItems::url);
		value(UUID.class, (random) -> new UUID(random.nextLong(), random.nextLong()));
		value(Locale.class, (random) -> random.nextBoolean() ? Locale.FRENCH : Locale.forLanguageTag("pt-BR"));
		value(OptionalInt.class,
				(random) -> random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt()));
		value(OptionalLong.class,
				(random) -> random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong()));
		value(OptionalDouble.class,
				(random) -> random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble()));
		value(Money.class, (random) -> new Money(random.nextInt(), random.nextBoolean() ? "EUR" : "JPY"));
		value(Amount.class, (random) -> new Amount(random.nextLong()));
	}

	private RandomItems() {
	}

	private static void value(Class<?> type, Function<Random, Object> maker) {
		VALUES.put(type, maker);
	}

	public static Object item(Class<?> type, Random random) {
		return item(type, random, 0);
	}

	private static Object item(Class<?> type, Random random, int depth) {
		Entity entity = ENTITIES.computeIfAbsent(type, EntityIntrospector::introspect);
		try {
			if (entity.kind() == Entity.Kind.RECORD) {
				return record(entity, random, depth);
			}
			Object target = target(entity);
			for (EntityAttribute attribute : entity.attributes()) {
				Object value = value(attribute, random, depth);
				if (value != null) {
					Method setter = attribute.setter();
					setter.setAccessible(true);
					setter.invoke(target, value);
				}
			}
			return (entity.builder() != null) ? entity.builder().build().invoke(target) : target;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Can't make a " + type, ex);
		}
	}

	private static Object record(Entity entity, Random random, int depth) throws ReflectiveOperationException {
		RecordComponent[] components = entity.type().getRecordComponents();
		Class<?>[] types = new Class<?>[components.length];
		Object[] values = new Object[components.length];
		for (int i = 0; i < components.length; i++) {
			types[i] = components[i].getType();
			values[i] = value(entity.attributes().get(i), random, depth);
		}
		Constructor<?> constructor = entity.type().getDeclaredConstructor(types);
		constructor.setAccessible(true);
		return constructor.newInstance(values);
	}

	private static Object target(Entity entity) throws ReflectiveOperationException {
		if (entity.builder() == null) {
			return entity.type().getConstructor().newInstance();
		}
		return (entity.builder().create() != null) ? entity.builder().create().invoke(null)
				: entity.builder().type().getConstructor().newInstance();
	}

	private static @Nullable Object value(EntityAttribute attribute, Random random, int depth) {
		if (attribute.isFlattenedMap()) {
			Map<String, String> map = new LinkedHashMap<>();
			for (int i = random.nextInt(4); i > 0; i--) {
				map.put("more-" + random.nextInt(100), text(random));
			}
			return random.nextInt(4) == 0 ? null : map;
		}
		if (!attribute.getter().getReturnType().isPrimitive() && random.nextInt(4) == 0) {
			return null;
		}
		return value(attribute.type(), random, depth);
	}

	private static @Nullable Object value(Type type, Random random, int depth) {
		Class<?> raw = Documents.rawClass(type);
		if (raw == null) {
			return random.nextInt();
		}
		if (VALUES.containsKey(raw)) {
			return VALUES.get(raw).apply(random);
		}
		if (type instanceof ParameterizedType parameterized) {
			return collection(raw, parameterized.getActualTypeArguments(), random, depth);
		}
		if (raw.isEnum()) {
			return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
		}
		return (depth < MAXIMUM_DEPTH) ? item(raw, random, depth + 1) : null;
	}

	private static @Nullable Object collection(Class<?> raw, Type[] arguments, Random random, int depth) {
		int size = random.nextInt(4);
		if (Map.class.isAssignableFrom(raw)) {
			Map<Object, Object> map = (raw == TreeMap.class) ? new TreeMap<>() : new LinkedHashMap<>();
			for (int i = 0; i < size; i++) {
				map.put(value(arguments[0], random, depth), value(arguments[1], random, depth));
			}
			return map;
		}
		Collection<Object> values = (raw == List.class) ? new ArrayList<>() : new LinkedHashSet<>();
		for (int i = 0; i < size; i++) {
			Object value = value(arguments[0], random, depth);
			if (value != null || raw == List.class) {
				values.add(value);
			}
		}
		return (raw == List.class || raw == Set.class || raw == Collection.class) ? values : null;
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder("t");
		for (int i = random.nextInt(12); i > 0; i--) {
			text.appendCodePoint("aZ0 \"\\\u00e4\u20ac\ud83d\ude00".codePointAt(random.nextInt(8)));
		}
		return text.toString();
	}

	private static byte[] bytes(Random random) {
		byte[] bytes = new byte[random.nextInt(1, 20)];
		random.nextBytes(bytes);
		return bytes;
	}

	private static Instant instant(Random random) {
		return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
	}

	private static LocalDateTime dateTime(Random random) {
		return LocalDateTime.ofInstant(instant(random), ZoneOffset.UTC);
	}

	private static ZoneOffset offset(Random random) {
		return ZoneOffset.ofHoursMinutes(random.nextInt(-11, 12), 0);
	}

	private static URL url(Random random) {
		try {
			return URI.create("https://example.com/" + random.nextInt()).toURL();
		}
		catch (java.net.MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
