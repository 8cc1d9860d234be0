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

package dev.kindling.function.payload;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes what AWS wants of the application's own types: with the names that
 * they have in Java, as AWS's runtimes do, whatever the application sets for the rest.
 */
public final class AwsRules {

	private final ObjectMapper application;

	private final Map<Class<?>, Set<String>> written = new ConcurrentHashMap<>();

	private @Nullable ObjectMapper mapper;

	/**
	 * Creates the rules.
	 * @param application the application's mapper
	 */
	public AwsRules(ObjectMapper application) {
		this.application = application;
	}

	/**
	 * What reads and writes by these rules.
	 */
	public synchronized ObjectMapper mapper() {
		if (this.mapper == null) {
			this.mapper = make(this.application);
		}
		return this.mapper;
	}

	private static ObjectMapper make(ObjectMapper application) {
		ObjectMapper mapper = application.copy()
			.setPropertyNamingStrategy(null)
			.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.UNWRAP_ROOT_VALUE)
			.disable(SerializationFeature.WRAP_ROOT_VALUE);
		for (JsonGenerator.Feature feature : JsonGenerator.Feature.values()) {
			mapper.getFactory().configure(feature, feature.enabledByDefault());
		}
		return mapper;
	}

	/**
	 * The names of the properties that a type is written with.
	 * @return the names; none if Jackson can't write it
	 */
	public Set<String> names(Class<?> type) {
		return this.written.computeIfAbsent(type, this::find);
	}

	private Set<String> find(Class<?> type) {
		Set<String> names = new HashSet<>();
		try {
			ObjectMapper writing = (this.application.getPropertyNamingStrategy() != null) ? mapper() : this.application;
			writing.getSerializerProviderInstance()
				.findValueSerializer(type)
				.properties()
				.forEachRemaining((property) -> names.add(property.getName()));
		}
		catch (VirtualMachineError ex) {
			throw ex;
		}
		catch (Exception | Error ex) {
			// Whoever writes the type hears of it. What an executable has no hints for
			// may be
			// an error
		}
		return names;
	}

}
