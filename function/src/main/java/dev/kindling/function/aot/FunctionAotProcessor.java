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

import dev.kindling.code.ApplicationClasses;
import dev.kindling.function.FunctionBindingException;
import dev.kindling.function.bind.CatalogTypes;
import dev.kindling.function.bind.FunctionBeans;
import dev.kindling.function.bind.FunctionBinding;
import dev.kindling.function.bind.FunctionBindings;
import dev.kindling.function.invoke.FunctionInvocationHandler;
import dev.kindling.function.route.FunctionRouting;
import dev.kindling.report.BuildReport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Finds the functions with their types, registers reflection hints for all that Jackson
 * reaches from them, and writes the bindings into the executable. A function whose types
 * can't be determined fails the build.
 */
class FunctionAotProcessor implements BeanFactoryInitializationAotProcessor, Ordered {

	private static final Log logger = LogFactory.getLog(FunctionAotProcessor.class);

	private static final String CATALOG_PROCESSOR = "org.springframework.cloud.function.context.FunctionTypeProcessor";

	@Override
	public int getOrder() {
		// Before Spring Cloud Function's own, which ends with a ClassCastException
		// where a function has no type arguments
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getBeanNamesForType(FunctionInvocationHandler.class, true, false).length == 0) {
			return null;
		}
		refuseRegistrations(beanFactory);
		FunctionBindings bindings = new FunctionBeans(beanFactory).find();
		if (ClassUtils.isPresent(CATALOG_PROCESSOR, beanFactory.getBeanClassLoader())) {
			bindings.all().forEach((binding) -> CatalogTypes.check(binding, beanFactory));
		}
		BuildReport report = BuildReport.of(beanFactory);
		report(bindings, report);
		checkComposition(beanFactory, bindings);
		boolean routes = routes(beanFactory);
		Environment environment = beanFactory.getBean(Environment.class);
		UsedTables tables = new UsedTables(beanFactory, bindings.all().stream().map(FunctionBinding::name).toList());
		new FunctionInventory(report.inventory(), environment, tables).add(bindings,
				environment.getProperty("spring.cloud.function.definition"), routes);
		return new FunctionContribution(bindings,
				FunctionFeatures.of(bindings, routes, ApplicationClasses.ofClassPath(), beanFactory));
	}

	/**
	 * What is registered with Spring Cloud Function's catalog would be left out in
	 * silence.
	 */
	private static void refuseRegistrations(ConfigurableListableBeanFactory beanFactory) {
		String type = "org.springframework.cloud.function.context.FunctionRegistration";
		if (ClassUtils.isPresent(type, beanFactory.getBeanClassLoader())) {
			Class<?> registration = ClassUtils.resolveClassName(type, beanFactory.getBeanClassLoader());
			for (String name : beanFactory.getBeanNamesForType(registration, true, false)) {
				throw new FunctionBindingException("Bean '" + name + "' is a FunctionRegistration, which isn't served.",
						"Define the function itself as a bean, with its types.");
			}
		}
	}

	private static boolean routes(ConfigurableListableBeanFactory beanFactory) {
		return ClassUtils.isPresent("org.springframework.cloud.function.context.MessageRoutingCallback",
				beanFactory.getBeanClassLoader())
				&& FunctionRouting.isEnabled(beanFactory, beanFactory.getBean(Environment.class));
	}

	/**
	 * A composition that can't be made shall fail here, not on Lambda.
	 */
	private static void checkComposition(ConfigurableListableBeanFactory beanFactory, FunctionBindings bindings) {
		String definition = beanFactory.getBean(Environment.class).getProperty("spring.cloud.function.definition");
		if (definition != null && definition.indexOf('|') >= 0) {
			bindings.compose(definition);
		}
	}

	private static void report(FunctionBindings bindings, BuildReport report) {
		StringBuilder line = new StringBuilder("Kindling: ");
		if (bindings.all().isEmpty()) {
			line.append("no function found");
		}
		else {
			line.append(bindings.all().size()).append((bindings.all().size() == 1) ? " function: " : " functions: ");
		}
		boolean first = true;
		for (FunctionBinding binding : bindings.all()) {
			line.append(first ? "" : "; ").append(binding);
			report.function(binding.name(), binding.toString().substring(binding.name().length() + ": ".length()));
			first = false;
		}
		logger.info(line);
	}

}
