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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A change of an item, as a stream of DynamoDB tells it: what a function takes that wants
 * to know of deletions, or of what was there before.
 *
 * @param <T> the item: an entity with a table schema, or any class that Jackson reads
 * @param kind what happened
 * @param keys the item's keys as texts, numbers and base64, by the attributes' names
 * @param oldImage the item before, or {@code null} if it is new or the stream's view type
 * leaves that out
 * @param newImage the item after, or {@code null} if it was deleted or the stream's view
 * type leaves that out
 * @param expired whether DynamoDB deleted the item because its time to live was over
 */
public record DynamoDbChange<T>(Kind kind, Map<String, Object> keys, @Nullable T oldImage, @Nullable T newImage,
		boolean expired) {

	/**
	 * What happened to an item.
	 */
	public enum Kind {

		/** It was created. */
		INSERT,

		/** It was changed. */
		MODIFY,

		/** It was deleted. */
		REMOVE

	}

}
