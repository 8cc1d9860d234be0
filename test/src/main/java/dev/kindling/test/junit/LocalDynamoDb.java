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

package dev.kindling.test.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts DynamoDB Local for a {@link LambdaTest}, in memory, and tells the function where
 * it is.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LocalDynamoDb {

	/**
	 * The tables to create. Without any, those of the application's entities: the
	 * annotated classes in the package of its main class and in those below, with keys,
	 * indexes, time to live and a stream, and with the names that the application finds
	 * for them.
	 * @return each as {@code name:key:type} or {@code name:key:type:sortKey:type}, with
	 * the types {@code S}, {@code N} and {@code B}; its secondary indexes follow in the
	 * same form, each after a slash
	 * @see dev.kindling.local.dynamodb.TableDefinition#parse(String)
	 */
	String[] value() default {};

}
