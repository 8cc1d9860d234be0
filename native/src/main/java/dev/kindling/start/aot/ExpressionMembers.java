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

package dev.kindling.start.aot;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.expression.Expression;
import org.springframework.expression.ParseException;
import org.springframework.expression.ParserContext;
import org.springframework.expression.common.CompositeStringExpression;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.BeanReference;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.TypeReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.util.ClassUtils;
import org.springframework.util.PropertyPlaceholderHelper;
import org.springframework.util.StringUtils;

/**
 * The methods and fields that expressions in annotations call by reflection. Spring
 * registers none of them, so that an expression works on the JVM and fails in an
 * executable.
 */
final class ExpressionMembers {

	private static final Log logger = LogFactory.getLog(ExpressionMembers.class);

	private static final List<Class<?>> VALUES = List.of(String.class, Integer.class, Long.class, Double.class,
			Boolean.class, List.class, Map.class, Set.class);

	private static final String SECURITY = "org.springframework.security.";

	/** What an expression of Spring Security starts from, without a name before it. */
	private static final List<String> SECURITY_TYPES = List.of(
			"org.springframework.security.access.expression.SecurityExpressionRoot",
			"org.springframework.security.core.Authentication",
			"org.springframework.security.core.userdetails.UserDetails", "org.springframework.security.oauth2.jwt.Jwt");

	/** Attributes that are expressions, whether or not they refer to something by #. */
	private static final Set<String> EXPRESSIONS = Set.of("condition", "key", "unless");

	private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("${", "}", ":", null,
			true);

	private final SpelExpressionParser parser = new SpelExpressionParser();

	private final ReflectionHints hints;

	private final BeanTypes beans;

	private final ClassLoader classLoader;

	ExpressionMembers(ReflectionHints hints, BeanTypes beans, ClassLoader classLoader) {
		this.hints = hints;
		this.beans = beans;
		this.classLoader = classLoader;
	}

	/**
	 * Registers what the expressions of an element's annotations use.
	 * @param element a field, a method or a parameter
	 * @param arguments the types that expressions can refer to by name
	 */
	void register(AnnotatedElement element, Class<?>... arguments) {
		for (MergedAnnotation<Annotation> annotation : MergedAnnotations.from(element, SearchStrategy.DIRECT)) {
			String type = annotation.getType().getName();
			if (type.startsWith(SECURITY)) {
				Set<Class<?>> known = new LinkedHashSet<>(List.of(arguments));
				SECURITY_TYPES.forEach((name) -> addClass(name, known));
				annotation.asMap().values().forEach((value) -> register(value, true, known));
			}
			else if (type.startsWith("org.springframework.")) {
				annotation.asMap()
					.forEach((name, value) -> register(value, EXPRESSIONS.contains(name) || name.endsWith("Expression"),
							List.of(arguments)));
			}
		}
	}

	private void register(@Nullable Object value, boolean expression, Collection<Class<?>> arguments) {
		if (value instanceof String[] texts) {
			for (String text : texts) {
				register(text, expression, arguments);
			}
		}
		else if (value instanceof String text) {
			boolean template = text.contains("#{");
			if (expression || template || text.indexOf('#') >= 0 || text.indexOf('@') >= 0) {
				parse(text, template, arguments);
			}
		}
	}

	private void parse(String text, boolean template, Collection<Class<?>> arguments) {
		List<SpelNode> nodes = new ArrayList<>();
		try {
			String resolved = PLACEHOLDERS.replacePlaceholders(text, this.beans::property);
			collect(template ? this.parser.parseExpression(resolved, ParserContext.TEMPLATE_EXPRESSION)
					: this.parser.parseExpression(resolved), nodes);
		}
		catch (ParseException | IllegalArgumentException | IllegalStateException ex) {
			logger.debug("'" + text + "' is no expression", ex);
			return;
		}
		Set<Class<?>> types = new LinkedHashSet<>(VALUES);
		types.addAll(arguments);
		Set<String> names = new HashSet<>();
		for (SpelNode node : nodes) {
			if (node instanceof TypeReference) {
				addType(node, types);
			}
			else if (node instanceof MethodReference method) {
				names.add(method.getName());
			}
			else if (node instanceof PropertyOrFieldReference property) {
				names.add(property.getName());
				addBean(property.getName(), types);
			}
			else if (node instanceof BeanReference) {
				addBean(node.toStringAST().substring(1).replace("'", ""), types);
			}
		}
		follow(types, names);
	}

	private static void collect(Expression expression, List<SpelNode> nodes) {
		if (expression instanceof CompositeStringExpression composite) {
			for (Expression part : composite.getExpressions()) {
				collect(part, nodes);
			}
		}
		else if (expression instanceof SpelExpression spel) {
			collect(spel.getAST(), nodes);
		}
	}

	private static void collect(SpelNode node, List<SpelNode> nodes) {
		nodes.add(node);
		for (int i = 0; i < node.getChildCount(); i++) {
			collect(node.getChild(i), nodes);
		}
	}

	private void addType(SpelNode node, Set<Class<?>> types) {
		String name = node.getChild(0).toStringAST();
		addClass((name.indexOf('.') < 0) ? "java.lang." + name : name, types);
	}

	private void addClass(String name, Set<Class<?>> types) {
		try {
			types.add(ClassUtils.forName(name, this.classLoader));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			logger.debug("The class " + name + " of an expression can't be found", ex);
		}
	}

	private void addBean(String name, Set<Class<?>> types) {
		Class<?> type = this.beans.type(name);
		if (type != null) {
			types.add(type);
		}
	}

	/**
	 * Registers the members of these names, and those of what they return, until there
	 * are no more.
	 */
	private void follow(Set<Class<?>> types, Set<String> names) {
		List<Class<?>> pending = new ArrayList<>(types);
		while (!pending.isEmpty()) {
			Class<?> type = ClassUtils.getUserClass(pending.remove(pending.size() - 1));
			for (Method method : type.getMethods()) {
				if (isNamed(method, names)) {
					this.hints.registerMethod(method, ExecutableMode.INVOKE);
					add(method.getReturnType(), types, pending);
				}
			}
			for (Field field : type.getFields()) {
				if (names.contains(field.getName())) {
					this.hints.registerField(field);
					add(field.getType(), types, pending);
				}
			}
		}
	}

	private static void add(Class<?> type, Set<Class<?>> types, List<Class<?>> pending) {
		if (types.add(type)) {
			pending.add(type);
		}
	}

	private static boolean isNamed(Method method, Set<String> names) {
		String name = method.getName();
		if (names.contains(name)) {
			return true;
		}
		if (method.getParameterCount() > 0 || Modifier.isStatic(method.getModifiers())) {
			return false;
		}
		String property = name.startsWith("get") ? name.substring(3) : name.startsWith("is") ? name.substring(2) : "";
		return !property.isEmpty() && (names.contains(StringUtils.uncapitalizeAsProperty(property))
				|| names.contains(StringUtils.uncapitalize(property)));
	}

	/**
	 * What expressions can refer to.
	 */
	interface BeanTypes {

		/**
		 * The class of a bean.
		 * @return {@code null} if there is none of that name
		 */
		@Nullable Class<?> type(String name);

		/**
		 * The value of a property.
		 * @return {@code null} if there is none now
		 */
		@Nullable String property(String name);

	}

}
