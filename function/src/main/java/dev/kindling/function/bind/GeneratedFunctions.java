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

package dev.kindling.function.bind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * What ahead-of-time processing found out about the functions, read while the executable
 * is built, so that the analysis drops what none of them uses.
 */
public final class GeneratedFunctions {

	/**
	 * Written by ahead-of-time processing.
	 */
	public static final String RESOURCE = "META-INF/kindling/functions";

	/**
	 * In the resource, if a function takes or may return a {@code Message}.
	 */
	public static final String MESSAGES = "messages";

	/**
	 * In the resource, if a function takes or returns a {@code Flux}, {@code Mono} or
	 * {@code Publisher}.
	 */
	public static final String PUBLISHERS = "publishers";

	/**
	 * In the resource, if the application routes events to functions.
	 */
	public static final String ROUTING = "routing";

	/**
	 * In the resource, if a function takes what a table schema may be for.
	 */
	public static final String ENTITIES = "entities";

	/**
	 * In the resource, if the application or a library names a class of
	 * {@code aws-lambda-java-events}.
	 */
	public static final String LAMBDA_EVENTS = "lambda-events";

	/**
	 * In the resource, if the application names the type for changes of a table.
	 */
	public static final String CHANGES = "changes";

	/** By which class each can be used at all. */
	private static final Map<String, String> TYPES = Map.of(MESSAGES, "org.springframework.messaging.Message",
			PUBLISHERS, "reactor.core.publisher.Flux", ROUTING,
			"org.springframework.cloud.function.context.MessageRoutingCallback", ENTITIES,
			"software.amazon.awssdk.enhanced.dynamodb.TableSchema", LAMBDA_EVENTS,
			"com.amazonaws.services.lambda.runtime.events.SQSEvent", CHANGES,
			"dev.kindling.function.batch.DynamoDbChange");

	public static final boolean USES_LAMBDA_EVENTS = uses(LAMBDA_EVENTS);

	public static final boolean USES_CHANGES = uses(CHANGES);

	public static final boolean USES_ENTITIES = uses(ENTITIES);

	public static final boolean USES_ROUTING = uses(ROUTING);

	public static final boolean USES_MESSAGES = uses(MESSAGES);

	public static final boolean USES_PUBLISHERS = uses(PUBLISHERS);

	private GeneratedFunctions() {
	}

	/**
	 * The class without which a feature can't be used.
	 * @param feature one of the above
	 * @return the class's name
	 */
	public static String typeOf(String feature) {
		String type = TYPES.get(feature);
		if (type == null) {
			throw new IllegalArgumentException("There is no feature " + feature);
		}
		return type;
	}

	private static boolean uses(String feature) {
		boolean building = "buildtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));
		return uses(feature, typeOf(feature), ClassUtils.getDefaultClassLoader(), building);
	}

	/**
	 * Whether a function uses a feature; on the JVM, whether one can.
	 */
	public static boolean uses(String feature, String type, @Nullable ClassLoader classLoader, boolean building) {
		if (!ClassUtils.isPresent(type, classLoader)) {
			return false;
		}
		if (classLoader == null || !building) {
			return true;
		}
		try (InputStream resource = classLoader.getResourceAsStream(RESOURCE)) {
			return resource == null || new String(resource.readAllBytes(), StandardCharsets.UTF_8).contains(feature);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Can't read " + RESOURCE, ex);
		}
	}

}
