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

import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the local Lambda of a test class when it is needed first, after the extensions
 * that start containers, and ends it after the last test.
 */
final class LambdaExtension implements BeforeEachCallback, ParameterResolver {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
		.create(LambdaExtension.class);

	@Override
	public void beforeEach(ExtensionContext context) {
		environment(context);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == LambdaFunction.class || type == LocalLambda.class || type == EmbeddedDynamoDb.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		LambdaTestEnvironment environment = environment(context);
		Class<?> type = parameter.getParameter().getType();
		if (type == LambdaFunction.class) {
			return environment.function();
		}
		if (type == LocalLambda.class) {
			return environment.lambda();
		}
		EmbeddedDynamoDb database = environment.database();
		if (database == null) {
			throw new ParameterResolutionException(
					"There is no embedded DynamoDB: annotate the class with @LocalDynamoDb");
		}
		return database;
	}

	/**
	 * One for each class that has the annotation; nested classes share it.
	 */
	static LambdaTestEnvironment environment(ExtensionContext context) {
		Class<?> declared = declaring(context.getRequiredTestClass());
		ExtensionContext owner = context;
		while (owner.getParent().isPresent() && owner.getParent().get().getTestClass().isPresent()) {
			owner = owner.getParent().get();
		}
		return owner.getStore(NAMESPACE)
			.getOrComputeIfAbsent(declared, LambdaTestEnvironment::start, LambdaTestEnvironment.class);
	}

	static Class<?> declaring(Class<?> test) {
		Class<?> type = test;
		while (!type.isAnnotationPresent(LambdaTest.class) && type.getEnclosingClass() != null) {
			type = type.getEnclosingClass();
		}
		return type;
	}

}
