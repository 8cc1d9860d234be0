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

package dev.kindling.function.batch;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;

import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.bind.GeneratedFunctions;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Finds what reads items of DynamoDB Streams: of an entity its table schema, of other
 * classes nothing but Jackson.
 */
public final class ItemReaders {

	private final @Nullable ListableBeanFactory beans;

	public ItemReaders(@Nullable ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Nullable ItemReader of(Type type) {
		if (!GeneratedFunctions.USES_ENTITIES || this.beans == null) {
			return null;
		}
		Type item = type;
		if (type instanceof ParameterizedType parameterized && (parameterized.getRawType() == DynamoDbChange.class
				|| parameterized.getRawType() == Optional.class)) {
			item = parameterized.getActualTypeArguments()[0];
		}
		return EntityItems.of(FunctionTypes.raw(item), this.beans);
	}

}
