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

package dev.kindling.start;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;

/**
 * The {@link ObjectMapper} that Spring Boot makes where an application configures nothing
 * of it: made while the executable is built, so that start-up only finds it.
 */
public final class FrozenObjectMapper {

	private static final ObjectMapper INSTANCE = create();

	private FrozenObjectMapper() {
	}

	/**
	 * Returns the mapper.
	 * @return the same instance each time
	 */
	public static ObjectMapper instance() {
		return INSTANCE;
	}

	private static ObjectMapper create() {
		return JsonMapper.builder()
			.disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
			.addModules(new ParameterNamesModule(), new Jdk8Module(), new JavaTimeModule())
			.build();
	}

}
