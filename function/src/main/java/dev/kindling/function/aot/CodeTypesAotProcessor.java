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

import java.util.LinkedHashSet;
import java.util.Set;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.code.ApplicationCode;
import dev.kindling.code.CodeClass;
import dev.kindling.code.CodeMethod;
import dev.kindling.code.CodeTypes;
import dev.kindling.code.OpenTypes;
import dev.kindling.function.FunctionBindingException;
import dev.kindling.function.bind.FunctionBeans;
import dev.kindling.function.bind.FunctionBinding;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Registers reflection hints for the application's types that no function declares: what
 * a function returns as {@code Object} or {@code HttpResponse<?>}, and what code hands to
 * an {@code ObjectMapper}, an HTTP client of Spring, an {@code HttpResponse} or a
 * {@code TypeReference}. Warns where such a type can't be found.
 */
class CodeTypesAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final Log logger = LogFactory.getLog(CodeTypesAotProcessor.class);

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		return process(beanFactory, ApplicationClasses.ofClassPath());
	}

	/**
	 * Searches the classes.
	 * @return what to write, or {@code null} if there is nothing
	 */
	static @Nullable Contribution process(ConfigurableListableBeanFactory beanFactory, ApplicationClasses classes) {
		ApplicationCode code = new ApplicationCode(classes, beanFactory.getBeanClassLoader());
		CodeTypes types = new CodeTypes(code, beans(beanFactory));
		types.search();
		FunctionBeans functions = new FunctionBeans(beanFactory);
		for (String name : functions.names()) {
			try {
				searchFunction(functions.bind(name), beanFactory, code, types);
			}
			catch (FunctionBindingException ex) {
				// ends the build if the function is to be served
				logger.debug("The types of function '" + name + "' are unknown", ex);
			}
		}
		for (CodeMethod method : types.unknown()) {
			logger.warn("Kindling: " + method + " reads or writes JSON, a row or a body as a type that can't be found "
					+ "in the code, so that an executable may lack it. " + advice(method.owner()));
		}
		return types.found().isEmpty() ? null : new Contribution(types.found(), beanFactory.getBeanClassLoader(), code);
	}

	private static String advice(CodeClass type) {
		return "Annotate " + type.name().replace('/', '.')
				+ ", or another bean if it is none, with @RegisterReflectionForBinding(X.class) for each such type X.";
	}

	private static Set<String> beans(ConfigurableListableBeanFactory beanFactory) {
		Set<String> beans = new LinkedHashSet<>();
		for (String name : beanFactory.getBeanDefinitionNames()) {
			Class<?> type = beanFactory.getType(name, false);
			if (type != null) {
				beans.add(ClassUtils.getUserClass(type).getName().replace('.', '/'));
			}
		}
		return beans;
	}

	private static void searchFunction(FunctionBinding function, ConfigurableListableBeanFactory beanFactory,
			ApplicationCode code, CodeTypes types) {
		OpenTypes open = new OpenTypes(code);
		open.isOpen(function.input());
		boolean searched = open.isOpen(function.output());
		types.addAll(open.abstractTypes());
		if (!searched) {
			return;
		}
		Set<CodeMethod> bodies = new LinkedHashSet<>();
		CodeClass type = type(beanFactory.getType(function.name(), false), code);
		if (type != null) {
			bodies.addAll(type.functionalMethods());
		}
		BeanDefinition definition = beanFactory.getMergedBeanDefinition(function.name());
		CodeClass factory = (definition.getFactoryMethodName() != null) ? factory(definition, beanFactory, code) : null;
		if (factory != null) {
			factory.methods()
				.stream()
				.filter((method) -> method.name().equals(definition.getFactoryMethodName()))
				.forEach(bodies::add);
		}
		boolean unknown = types.searchResults(bodies);
		CodeClass declaring = (factory != null) ? factory : type;
		if (unknown && (declaring == null || !declaring.registersTypes())) {
			logger.warn("Kindling: function '" + function + "'"
					+ ((declaring != null) ? " of " + declaring.name().replace('/', '.') : "")
					+ " doesn't tell which types it returns, so that an executable may lack them. Declare them, or annotate "
					+ ((declaring != null) ? declaring.name().replace('/', '.') : "the application's class")
					+ " with @RegisterReflectionForBinding(X.class) for each such type X.");
		}
	}

	private static @Nullable CodeClass factory(BeanDefinition definition, ConfigurableListableBeanFactory beanFactory,
			ApplicationCode code) {
		String bean = definition.getFactoryBeanName();
		if (bean != null) {
			return type(beanFactory.getType(bean, false), code);
		}
		String name = definition.getBeanClassName();
		return (name != null) ? code.find(name.replace('.', '/')) : null;
	}

	private static @Nullable CodeClass type(@Nullable Class<?> type, ApplicationCode code) {
		return (type != null) ? code.find(ClassUtils.getUserClass(type).getName().replace('.', '/')) : null;
	}

	/**
	 * Registers the hints.
	 */
	record Contribution(Set<String> types, @Nullable ClassLoader classLoader,
			ApplicationCode code) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode initialization) {
			PayloadTypes payloads = new PayloadTypes((type) -> this.types.contains(type.getName())
					|| this.code.find(type.getName().replace('.', '/')) != null
					|| type.getName().startsWith("com.amazonaws.services.lambda.runtime.events."));
			for (String name : this.types) {
				try {
					payloads.add(ClassUtils.forName(name, this.classLoader));
				}
				catch (ClassNotFoundException | LinkageError ex) {
					logger.debug("Kindling: " + name + " can't be loaded, and has no reflection hints", ex);
				}
			}
			payloads.register(generationContext.getRuntimeHints());
			logger.info("Kindling: types found in code: " + String.join(", ", this.types));
		}

	}

}
