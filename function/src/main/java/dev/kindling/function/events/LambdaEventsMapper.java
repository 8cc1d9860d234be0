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

package dev.kindling.function.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.util.ClassUtils;

/**
 * The mapper of AWS's classes. It has the rules of AWS's own runtimes and none of the
 * application's, which hold for the application's classes. AWS writes a property now with
 * a small letter, now with a capital one, so that reading takes both.
 */
public final class LambdaEventsMapper {

	/**
	 * Found out while an executable is built.
	 */
	private static final boolean HAS_JAVA_TIME = ClassUtils
		.isPresent("com.fasterxml.jackson.datatype.jsr310.JavaTimeModule", LambdaEventsMapper.class.getClassLoader());

	private static volatile @Nullable ObjectMapper instance;

	private LambdaEventsMapper() {
	}

	/**
	 * Returns the mapper. It is made when a function of such a class is bound.
	 * @return the same instance each time
	 */
	public static ObjectMapper instance() {
		ObjectMapper mapper = instance;
		if (mapper == null) {
			mapper = create();
			instance = mapper;
		}
		return mapper;
	}

	private static ObjectMapper create() {
		JsonMapper.Builder builder = JsonMapper.builder();
		if (HAS_JAVA_TIME) {
			builder.addModule(new JavaTimeModule());
		}
		return builder.enable(MapperFeature.USE_STD_BEAN_NAMING, MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
			.disable(MapperFeature.INFER_PROPERTY_MUTATORS, MapperFeature.USE_GETTERS_AS_SETTERS)
			.enable(DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT,
					DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
					DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
					DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL,
					DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
			.defaultPropertyInclusion(
					JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
			.addModule(new LambdaEventsModule())
			.build();
	}

	/**
	 * Registers what reads and writes dates of Joda-Time.
	 * @param hints the hints to add to
	 */
	public static void registerJodaHints(RuntimeHints hints) {
		for (String name : JodaCodecs.NAMES) {
			hints.reflection().registerType(TypeReference.of(name), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
		}
	}

}
