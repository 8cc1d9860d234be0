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

package dev.kindling.function.route;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.FunctionBindingException;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.cloud.function.context.MessageRoutingCallback;
import org.springframework.core.env.Environment;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.util.StringUtils;

/**
 * Finds out how events are routed to functions, if the application wants them to be: by a
 * {@link MessageRoutingCallback} or by an expression of its configuration.
 */
public final class FunctionRouting {

	/**
	 * The property that holds the expression.
	 */
	public static final String EXPRESSION = "spring.cloud.function.routing-expression";

	private FunctionRouting() {
	}

	/**
	 * Whether the application routes.
	 * @param beans where a callback may be
	 * @param environment where an expression may be
	 * @return whether there is one of the two
	 * @throws FunctionBindingException if the expression can't be parsed
	 */
	public static boolean isEnabled(ListableBeanFactory beans, Environment environment) {
		if (StringUtils.hasText(environment.getProperty(EXPRESSION))) {
			check(environment.getProperty(EXPRESSION, ""));
			return true;
		}
		return beans.getBeanNamesForType(MessageRoutingCallback.class, true, false).length > 0;
	}

	private static void check(String expression) {
		try {
			new SpelExpressionParser().parseExpression(expression);
		}
		catch (ParseException ex) {
			throw new FunctionBindingException(EXPRESSION + " is no expression: " + ex.getSimpleMessage() + ".",
					"Set it to an expression such as headers['path'] == '/orders' ? 'orders' : 'other'.");
		}
	}

	public static List<FunctionRoute> routes(ListableBeanFactory beans, Environment environment, ObjectMapper mapper) {
		List<FunctionRoute> routes = new ArrayList<>();
		for (String name : beans.getBeanNamesForType(MessageRoutingCallback.class)) {
			MessageRoutingCallback callback = beans.getBean(name, MessageRoutingCallback.class);
			routes.add((payload, headers) -> callback.routingResult(new GenericMessage<>(payload, headers)));
		}
		String expression = environment.getProperty(EXPRESSION);
		if (StringUtils.hasText(expression)) {
			routes.add(new RoutingExpression(expression, mapper, beans));
		}
		return routes;
	}

}
