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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.kindling.function.RoutingException;
import dev.kindling.function.payload.InputReader;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.expression.BeanFactoryResolver;
import org.springframework.context.expression.MapAccessor;
import org.springframework.expression.EvaluationException;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * Chooses by the expression of the application's configuration. It sees {@code payload}
 * and {@code headers} as maps.
 */
final class RoutingExpression implements FunctionRoute {

	private final Expression expression;

	private final StandardEvaluationContext context = new StandardEvaluationContext();

	private final ObjectReader reader;

	RoutingExpression(String expression, ObjectMapper mapper, BeanFactory beans) {
		this.expression = new SpelExpressionParser().parseExpression(expression);
		this.context.addPropertyAccessor(new MapAccessor());
		this.context.setBeanResolver(new BeanFactoryResolver(beans));
		this.reader = InputReader.strict(mapper.readerFor(Object.class));
	}

	@Override
	public @Nullable String route(byte[] payload, Map<String, Object> headers) {
		Map<String, @Nullable Object> root = new HashMap<>();
		root.put("payload", read(payload));
		root.put("headers", headers);
		try {
			return this.expression.getValue(this.context, root, String.class);
		}
		catch (EvaluationException ex) {
			String code = (ex instanceof SpelEvaluationException spel) ? " (" + spel.getMessageCode() + ")" : "";
			throw new RoutingException(FunctionRouting.EXPRESSION + " can't be evaluated for this event" + code
					+ ", at character " + ex.getPosition() + " of the expression");
		}
	}

	private @Nullable Object read(byte[] payload) {
		if (payload.length == 0) {
			return null;
		}
		try {
			return this.reader.readValue(payload);
		}
		catch (IOException ex) {
			return new String(payload, StandardCharsets.UTF_8);
		}
	}

}
