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

package dev.kindling.function.aot;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.function.bind.Entities;
import dev.kindling.function.bind.FunctionBinding;
import dev.kindling.function.bind.FunctionBindings;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.bind.GeneratedFunctions;
import dev.kindling.function.bind.ReactiveTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * What the functions of an application use, so that an executable holds no more.
 */
final class FunctionFeatures {

	private static final String LAMBDA_EVENTS = "com/amazonaws/services/lambda/runtime/events/";

	private static final String CHANGES = "dev/kindling/function/batch/DynamoDbChange";

	private final FunctionBindings bindings;

	private FunctionFeatures(FunctionBindings bindings) {
		this.bindings = bindings;
	}

	/**
	 * Finds the features.
	 * @param bindings the functions
	 * @param routes whether events are routed to them
	 * @param classes what may make a result whose type no signature tells
	 * @param beanFactory may have schemas for what they take
	 * @return names that {@link GeneratedFunctions} knows
	 */
	static List<String> of(FunctionBindings bindings, boolean routes, ApplicationClasses classes,
			ConfigurableListableBeanFactory beanFactory) {
		FunctionFeatures functions = new FunctionFeatures(bindings);
		Set<String> mentioned = classes.mentioned(List.of(LAMBDA_EVENTS, CHANGES));
		List<String> features = new ArrayList<>();
		if (functions.anyTakes((input) -> Entities.mayTake(input, beanFactory))) {
			features.add(GeneratedFunctions.ENTITIES);
		}
		if (routes || functions.any(FunctionFeatures::mayBeMessage)) {
			features.add(GeneratedFunctions.MESSAGES);
		}
		if (functions.any(ReactiveTypes::isPublisher)) {
			features.add(GeneratedFunctions.PUBLISHERS);
		}
		if (routes) {
			features.add(GeneratedFunctions.ROUTING);
		}
		if (mentioned.contains(LAMBDA_EVENTS)) {
			features.add(GeneratedFunctions.LAMBDA_EVENTS);
		}
		if (mentioned.contains(CHANGES)) {
			features.add(GeneratedFunctions.CHANGES);
		}
		return features;
	}

	private boolean anyTakes(Predicate<@Nullable Type> condition) {
		return this.bindings.all().stream().map(FunctionBinding::input).anyMatch(condition);
	}

	private boolean any(Predicate<@Nullable Type> condition) {
		return anyTakes(condition) || this.bindings.all().stream().map(FunctionBinding::output).anyMatch(condition);
	}

	/**
	 * A type that isn't known may turn out to be a message.
	 */
	private static boolean mayBeMessage(@Nullable Type type) {
		return type != null && (isMessage(FunctionTypes.raw(type)) || mayBeMessage(FunctionTypes.argument(type)));
	}

	private static boolean isMessage(Class<?> type) {
		return type == Object.class || type.getName().startsWith("org.springframework.messaging.");
	}

}
