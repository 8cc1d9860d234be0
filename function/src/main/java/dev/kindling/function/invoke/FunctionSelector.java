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

package dev.kindling.function.invoke;

import dev.kindling.function.FunctionBindingException;
import dev.kindling.function.bind.FunctionBindings;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Chooses the function to serve: what {@code spring.cloud.function.definition} says, else
 * the bean that {@code _HANDLER} names, else the router if there is one, else the only
 * function there is.
 */
final class FunctionSelector {

	static final String DEFINITION = "spring.cloud.function.definition";

	/**
	 * The name that Spring Cloud Function's router has.
	 */
	static final String ROUTER = "functionRouter";

	static final String HANDLER = "_HANDLER";

	private final Environment environment;

	FunctionSelector(Environment environment) {
		this.environment = environment;
	}

	/**
	 * What is configured, if anything is.
	 */
	@Nullable String definition() {
		String definition = this.environment.getProperty(DEFINITION);
		return StringUtils.hasText(definition) ? definition.trim() : null;
	}

	/**
	 * Chooses one of the functions, or several that are composed.
	 * @param routing whether the application routes, and does so unless a function is
	 * named
	 * @return the functions' names, separated by {@code |}
	 * @throws FunctionBindingException if none can be chosen
	 */
	String select(FunctionBindings bindings, boolean routing) {
		if (bindings.all().isEmpty()) {
			throw new FunctionBindingException("There is no function to serve.",
					"Define a bean of type Function, Consumer or Supplier.");
		}
		String definition = definition();
		if (definition != null) {
			return configured(definition, bindings, routing);
		}
		String handler = this.environment.getProperty(HANDLER);
		if (handler != null && (handler.indexOf('|') >= 0 || bindings.find(handler) != null)) {
			return handler;
		}
		if (routing) {
			return ROUTER;
		}
		if (ROUTER.equals(handler)) {
			throw noRoute();
		}
		if (bindings.all().size() > 1) {
			String other = (handler != null) ? ", and the handler '" + handler + "' is none of them." : ".";
			throw new FunctionBindingException("There are several functions to serve: " + bindings.names() + other,
					"Set " + DEFINITION + ", or the handler of the Lambda function, to one of them.");
		}
		return bindings.all().get(0).name();
	}

	private static String configured(String definition, FunctionBindings bindings, boolean routing) {
		if (definition.indexOf('|') >= 0 || bindings.find(definition) != null) {
			return definition;
		}
		if (!definition.equals(ROUTER)) {
			throw new FunctionBindingException(
					"There is no function bean '" + definition + "', which " + DEFINITION + " names.",
					"Set " + DEFINITION + " to one of " + bindings.names() + ".");
		}
		if (!routing) {
			throw noRoute();
		}
		return definition;
	}

	private static FunctionBindingException noRoute() {
		return new FunctionBindingException("'" + ROUTER + "' has nothing to route by.",
				"Set spring.cloud.function.routing-expression, or define a MessageRoutingCallback; "
						+ "for an executable, when it is built.");
	}

}
