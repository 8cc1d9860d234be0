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

import java.lang.reflect.Type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.kindling.function.InvalidPayloadException;
import dev.kindling.function.bind.FunctionTypes;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a function returned as JSON.
 */
public final class ResultWriter {

	private final ObjectMapper mapper;

	private final @Nullable Type declared;

	private final @Nullable Class<?> type;

	private final ObjectWriter writer;

	/**
	 * Creates the writer.
	 * @param type the declared type, which tells how polymorphic types are written
	 * @param mapper the application's
	 */
	public ResultWriter(@Nullable Type type, ObjectMapper mapper) {
		this.mapper = mapper;
		this.declared = type;
		Class<?> raw = (type != null) ? FunctionTypes.raw(type) : null;
		this.type = (raw == null || raw == Object.class) ? null : raw;
		ObjectMapper writing = LambdaEvents.mapper(type, mapper);
		this.writer = (this.type != null && !LambdaEvents.isEvent(this.type))
				? writing.writerFor(writing.getTypeFactory().constructType(type)) : writing.writer();
	}

	/**
	 * What is written, as declared.
	 */
	public @Nullable Type type() {
		return this.declared;
	}

	/**
	 * Writes a result.
	 * @throws InvalidPayloadException if Jackson can't
	 */
	public byte[] write(@Nullable Object result) {
		try {
			return writerFor(result).writeValueAsBytes(result);
		}
		catch (JsonProcessingException ex) {
			throw JsonFailures.writing((result != null) ? result.getClass().getSimpleName() : "null", ex);
		}
	}

	private ObjectWriter writerFor(@Nullable Object result) {
		if (result == null || (this.type != null && this.type.isInstance(result))) {
			return this.writer;
		}
		if (LambdaEvents.isEvent(result.getClass())) {
			return LambdaEvents.mapper(result.getClass(), this.mapper).writer();
		}
		return (this.type == null) ? this.writer : this.mapper.writer();
	}

}
