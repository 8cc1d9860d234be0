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

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/**
 * Finds what reads and writes dates of Joda-Time by name: only an executable with an
 * event that has one contains it.
 */
final class JodaCodecs {

	static final String DATE_TIME = "org.joda.time.DateTime";

	private static final String PREFIX = "dev.kindling.function.events.JodaDateTime";

	static final String[] NAMES = { PREFIX + "Deserializer", PREFIX + "Serializer" };

	private JodaCodecs() {
	}

	static JsonDeserializer<?> deserializer() {
		return (JsonDeserializer<?>) instance(NAMES[0]);
	}

	static JsonSerializer<?> serializer() {
		return (JsonSerializer<?>) instance(NAMES[1]);
	}

	private static Object instance(String name) {
		return BeanUtils.instantiateClass(ClassUtils.resolveClassName(name, JodaCodecs.class.getClassLoader()));
	}

}
