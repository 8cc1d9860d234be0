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

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/**
 * A class can't be mapped to DynamoDB's items.
 */
public final class SchemaException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param type the class
	 * @param member the getter or record component, or {@code null} if the class is to
	 * blame
	 * @param reason why, as the rest of a sentence that starts with a capital
	 * @param cause what was thrown, if anything
	 */
	public SchemaException(Class<?> type, @Nullable Method member, String reason, @Nullable Throwable cause) {
		super(where(type, member) + " can't be mapped to DynamoDB: " + reason, cause);
	}

	private static String where(Class<?> type, @Nullable Method member) {
		return (member != null) ? type.getName() + "." + member.getName() + "()" : type.getName();
	}

}
