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

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs an application in a local Lambda for the tests of a class. Test methods,
 * constructors and lifecycle methods can have parameters of the types
 * {@link LambdaFunction}, {@link dev.kindling.local.LocalLambda} and, with
 * {@link LocalDynamoDb}, {@link dev.kindling.local.dynamodb.EmbeddedDynamoDb}.
 *
 * @see LambdaMode
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LambdaExtension.class)
public @interface LambdaTest {

	/**
	 * The application: the class whose {@code main} starts it.
	 * @return the class
	 */
	Class<?> value();

	/**
	 * How the application runs.
	 * @return by default, what the build made decides
	 */
	LambdaMode mode() default LambdaMode.AUTO;

	/**
	 * What the function finds in {@code _HANDLER}: the function bean's name, where there
	 * are several.
	 * @return the name
	 */
	String handler() default "bootstrap";

	/**
	 * Environment variables of the function.
	 * @return each as {@code NAME=value}
	 * @see LambdaVariables
	 */
	String[] environment() default {};

	/**
	 * The memory size.
	 * @return megabytes
	 */
	int memorySize() default 256;

	/**
	 * How long an invocation may take.
	 * @return seconds
	 */
	int timeoutSeconds() default 30;

	/**
	 * How long the application may take to start. The system property
	 * {@code kindling.initTimeout} wins, for machines that are slow.
	 * @return seconds
	 */
	int initTimeoutSeconds() default 10;

}
