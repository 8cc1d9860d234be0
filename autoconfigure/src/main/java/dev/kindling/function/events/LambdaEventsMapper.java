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

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;

/**
 * Makes a mapper for events from the application's: AWS writes a property now with a
 * small letter, now with a capital one.
 */
public final class LambdaEventsMapper {

	private LambdaEventsMapper() {
	}

	/**
	 * Makes the mapper.
	 * @param mapper the application's, which stays as it is
	 * @return another one
	 */
	public static ObjectMapper of(ObjectMapper mapper) {
		ObjectMapper events = mapper.copy();
		events.registerModule(new LambdaEventsModule());
		events.setConfig(events.getDeserializationConfig().with(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES));
		return events;
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
