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

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Registers what the expressions in the annotations of beans call: in {@code @Value}, in
 * the conditions and keys of listeners, caches and security.
 */
class ExpressionMembersAotProcessor implements BeanFactoryInitializationAotProcessor {

	@Override
	public BeanFactoryInitializationAotContribution processAheadOfTime(ConfigurableListableBeanFactory beanFactory) {
		return new Contribution(beanFactory);
	}

	private static void register(Executable executable, ExpressionMembers members) {
		members.register(executable, types(executable));
		for (Parameter parameter : executable.getParameters()) {
			members.register(parameter);
		}
	}

	/**
	 * What an expression can see of a call: its arguments and its result, and what these
	 * have as elements.
	 */
	static Class<?>[] types(Executable executable) {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (Type parameter : executable.getGenericParameterTypes()) {
			add(ResolvableType.forType(parameter), types);
		}
		if (executable instanceof Method method) {
			add(ResolvableType.forType(method.getGenericReturnType()), types);
		}
		return types.toArray(Class<?>[]::new);
	}

	private static void add(ResolvableType type, Set<Class<?>> types) {
		Class<?> raw = type.resolve();
		if (raw != null && types.add(raw)) {
			for (ResolvableType generic : type.getGenerics()) {
				add(generic, types);
			}
			if (type.isArray()) {
				add(type.getComponentType(), types);
			}
		}
	}

	/**
	 * Looks at each bean that stays.
	 */
	private record Contribution(
			ConfigurableListableBeanFactory beanFactory) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode code) {
			ExpressionMembers members = new ExpressionMembers(generationContext.getRuntimeHints().reflection(),
					new Beans(this.beanFactory), this.beanFactory.getBeanClassLoader());
			for (Class<?> type : ForeignBeans.types(this.beanFactory)) {
				Class<?> userType = ClassUtils.getUserClass(type);
				if (!userType.getName().startsWith("java.") && !userType.getName().startsWith("org.springframework.")) {
					ReflectionUtils.doWithFields(userType, members::register);
					ReflectionUtils.doWithMethods(userType, (method) -> register(method, members));
					for (Executable constructor : userType.getDeclaredConstructors()) {
						register(constructor, members);
					}
				}
			}
		}

	}

	/**
	 * The beans and properties of an application.
	 */
	private record Beans(ConfigurableListableBeanFactory beanFactory) implements ExpressionMembers.BeanTypes {

		@Override
		public @Nullable Class<?> type(String name) {
			return this.beanFactory.containsBean(name) ? this.beanFactory.getType(name, false) : null;
		}

		@Override
		public @Nullable String property(String name) {
			return this.beanFactory.getBean(Environment.class).getProperty(name);
		}

	}

}
