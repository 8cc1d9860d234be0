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

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.kindling.local.dynamodb.TableDefinition;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.LocalLambdaBuilder;
import dev.kindling.local.workbench.Secrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What runs for the tests of one class.
 *
 * @param lambda the Lambda
 * @param function the function, as tests call it
 * @param database the embedded DynamoDB, if the test wants one
 * @param secrets the credentials among the variables that the function can see
 */
record LambdaTestEnvironment(LocalLambda lambda, LambdaFunction function, @Nullable EmbeddedDynamoDb database,
		Secrets secrets) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

	private static final String MODE_PROPERTY = "kindling.test.mode";

	private static final String INIT_TIMEOUT_PROPERTY = "kindling.initTimeout";

	private static final String NATIVE_PROPERTY = "kindling.test.native";

	static LambdaTestEnvironment start(Class<?> test) {
		LambdaTest annotation = test.getAnnotation(LambdaTest.class);
		if (annotation == null) {
			throw new ExtensionConfigurationException(test.getName() + " isn't annotated with @LambdaTest");
		}
		BuiltApplication built = new BuiltApplication(annotation.value());
		LambdaMode mode = mode(annotation, built);
		LocalLambdaBuilder builder = application(annotation, built, mode);
		LocalDynamoDb wanted = test.getAnnotation(LocalDynamoDb.class);
		EmbeddedDynamoDb database = (wanted != null) ? EmbeddedDynamoDb.start(tables(wanted)) : null;
		try {
			Map<String, String> variables = variables(annotation, test, database);
			if (database != null && wanted.value().length == 0) {
				createTables(database, annotation.value(), variables, mode == LambdaMode.IN_PROCESS);
			}
			LocalLambda lambda = builder.handler(annotation.handler())
				.memorySize(annotation.memorySize())
				.timeout(Duration.ofSeconds(annotation.timeoutSeconds()))
				.initTimeout(initTimeout(annotation))
				.environment(variables)
				.build();
			return new LambdaTestEnvironment(lambda, new LambdaFunction(lambda, test.getClassLoader()), database,
					Secrets.of(System.getenv(), variables));
		}
		catch (RuntimeException ex) {
			if (database != null) {
				database.close();
			}
			throw ex;
		}
	}

	private static LambdaMode mode(LambdaTest annotation, BuiltApplication built) {
		String property = System.getProperty(MODE_PROPERTY, "");
		LambdaMode mode = property.isBlank() ? annotation.mode() : LambdaMode.parse(property);
		if (mode == LambdaMode.AUTO) {
			mode = built.hasCurrentExecutable() ? LambdaMode.NATIVE : LambdaMode.IN_PROCESS;
		}
		return mode;
	}

	private static LocalLambdaBuilder application(LambdaTest annotation, BuiltApplication built, LambdaMode mode) {
		return switch (mode) {
			case JAR -> LocalLambda.builder().jar(built.jar());
			case NATIVE -> executable(built.executable());
			default -> LocalLambda.builder().inProcess(annotation.value());
		};
	}

	private static LocalLambdaBuilder executable(Path file) {
		if (file.toFile().isFile()) {
			return LocalLambda.builder().executable(file);
		}
		String message = "There is no native executable " + file + ": build it with `mvn -Pnative package`";
		if ("required".equals(System.getProperty(NATIVE_PROPERTY))) {
			throw new IllegalStateException(message);
		}
		System.err.println("Skipped: " + message);
		throw new TestAbortedException(message);
	}

	private static Duration initTimeout(LambdaTest annotation) {
		String property = System.getProperty(INIT_TIMEOUT_PROPERTY, "");
		if (property.isBlank()) {
			return Duration.ofSeconds(annotation.initTimeoutSeconds());
		}
		try {
			return Duration.ofSeconds(Integer.parseInt(property.strip()));
		}
		catch (NumberFormatException ex) {
			throw new ExtensionConfigurationException(
					"-D" + INIT_TIMEOUT_PROPERTY + " is a number of seconds, not '" + property + "'");
		}
	}

	private static void createTables(EmbeddedDynamoDb database, Class<?> application, Map<String, String> variables,
			boolean inProcess) {
		if (!EntityTables.arePossible(application.getClassLoader())) {
			return;
		}
		try {
			EntityTables.create(database, application, variables, inProcess);
		}
		catch (IllegalStateException ex) {
			throw new ExtensionConfigurationException(
					"@LocalDynamoDb: " + ex.getMessage() + ". Or name the tables: @LocalDynamoDb(\"people:id:S\")", ex);
		}
	}

	private static TableDefinition[] tables(LocalDynamoDb wanted) {
		return Arrays.stream(wanted.value()).map(TableDefinition::parse).toArray(TableDefinition[]::new);
	}

	private static Map<String, String> variables(LambdaTest annotation, Class<?> test,
			@Nullable EmbeddedDynamoDb database) {
		Map<String, String> variables = new LinkedHashMap<>();
		for (String variable : annotation.environment()) {
			int equals = variable.indexOf('=');
			if (equals < 1) {
				throw new ExtensionConfigurationException(
						"@LambdaTest(environment) takes NAME=value, and one of them has no '='");
			}
			variables.put(variable.substring(0, equals), variable.substring(equals + 1));
		}
		if (database != null) {
			variables.put("AWS_ENDPOINT_URL_DYNAMODB", database.endpoint().toString());
		}
		ServiceConnections.addTo(variables, test);
		callVariablesMethods(variables, test);
		return variables;
	}

	private static void callVariablesMethods(Map<String, String> variables, Class<?> test) {
		for (Class<?> type = test; type != null && type != Object.class; type = type.getSuperclass()) {
			for (Method method : type.getDeclaredMethods()) {
				if (!method.isAnnotationPresent(LambdaVariables.class)) {
					continue;
				}
				if (!Modifier.isStatic(method.getModifiers()) || method.getParameterCount() != 1
						|| method.getParameterTypes()[0] != Map.class) {
					throw new ExtensionConfigurationException(
							"@LambdaVariables: " + method + " must be static and take one Map<String, String>");
				}
				try {
					method.setAccessible(true);
					method.invoke(null, variables);
				}
				catch (ReflectiveOperationException ex) {
					throw new ExtensionConfigurationException("@LambdaVariables: " + method + " has failed", ex);
				}
			}
		}
	}

	@Override
	public void close() {
		this.lambda.close();
		if (this.database != null) {
			this.database.close();
		}
	}

}
