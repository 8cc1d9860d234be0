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

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * The schemas that were generated while the application was processed ahead of time.
 */
@FunctionalInterface
public interface TableSchemaSource {

	/**
	 * The name of the bean that finds generated schemas.
	 */
	String BEAN_NAME = "dev.kindling.dynamodb.generatedTableSchemas";

	/**
	 * Finds a schema.
	 * @param type the class
	 * @return the class's schema, or {@code null} if none was generated
	 */
	@Nullable TableSchema<?> find(Class<?> type);

}
