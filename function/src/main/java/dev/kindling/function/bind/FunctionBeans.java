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

import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import dev.kindling.function.FunctionBindingException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Finds the function beans among the definitions, by their declared types.
 */
public final class FunctionBeans {

	private static final String[] FOREIGN = { "org.springframework.", "dev.kindling.autoconfigure.", "io.micrometer." };

	private final ConfigurableListableBeanFactory beanFactory;

	/**
	 * Creates the finder.
	 * @param beanFactory where the beans are defined
	 */
	public FunctionBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Finds every function.
	 * @return the functions, in the order of their definition
	 * @throws FunctionBindingException if the types of one can't be determined
	 */
	public FunctionBindings find() {
		List<FunctionBinding> bindings = new ArrayList<>();
		for (String name : names()) {
			bindings.add(bind(name));
		}
		return new FunctionBindings(bindings);
	}

	/**
	 * Finds every function's name, without its types.
	 * @return the names, in the order of their definition
	 */
	public List<String> names() {
		List<String> names = new ArrayList<>();
		Map<FunctionShape, Class<?>> types = new EnumMap<>(FunctionShape.class);
		for (FunctionShape shape : FunctionShape.values()) {
			Class<?> type = type(shape);
			if (type != null) {
				types.put(shape, type);
			}
		}
		for (String name : this.beanFactory.getBeanDefinitionNames()) {
			Class<?> beanType = this.beanFactory.getType(name, false);
			for (Map.Entry<FunctionShape, Class<?>> type : types.entrySet()) {
				if (beanType != null && type.getValue().isAssignableFrom(beanType) && !isForeign(name)
						&& takesContext(name, type.getKey(), type.getValue())) {
					names.add(name);
					break;
				}
			}
		}
		return names;
	}

	/**
	 * Whether the second parameter, if there is one, can be a context; a function of two
	 * other things is there for something else.
	 */
	private boolean takesContext(String name, FunctionShape shape, Class<?> type) {
		if (shape.contextIndex() < 0) {
			return true;
		}
		ResolvableType parameter = beanType(name).as(type).getGeneric(shape.contextIndex());
		return parameter.resolve(Object.class).isAssignableFrom(Context.class);
	}

	/**
	 * Finds the shape and types of one function.
	 * @param name the bean's name
	 * @return the function
	 * @throws FunctionBindingException if its types can't be determined
	 */
	public FunctionBinding bind(String name) {
		ResolvableType beanType = beanType(name);
		for (FunctionShape shape : FunctionShape.values()) {
			Class<?> type = type(shape);
			if (type != null && type.isAssignableFrom(beanType.toClass())) {
				ResolvableType declared = beanType.as(type);
				return new FunctionBinding(name, shape, argument(name, declared, shape.inputIndex()),
						argument(name, declared, shape.outputIndex()));
			}
		}
		throw new FunctionBindingException("Bean '" + name + "' is a " + beanType + ", which is no function.",
				"Declare it as a Function, Consumer or Supplier.");
	}

	private static @Nullable Type argument(String name, ResolvableType declared, int index) {
		if (index < 0) {
			return null;
		}
		ResolvableType argument = declared.getGeneric(index);
		if (isUnknown(argument)) {
			throw new FunctionBindingException(
					"The type of function bean '" + name + "' can't be determined: it is declared as " + declared + ".",
					"Declare the bean's method, or its class, with type arguments, as in "
							+ "Function<Order, Receipt>; a bean that is registered as a lambda needs "
							+ "RootBeanDefinition.setTargetType.");
		}
		Type type = FunctionTypes.of(argument);
		if (ReactiveTypes.isPublisher(type) && isUnknown(argument.getGeneric())) {
			throw new FunctionBindingException("Function bean '" + name
					+ "' has a publisher of unknown elements: it is declared as " + declared + ".",
					"Declare what it publishes, as in Function<Flux<Order>, Mono<Receipt>>.");
		}
		if (FunctionTypes.raw(type).getName().startsWith("reactor.util.function.Tuple")) {
			throw new FunctionBindingException(
					"Function bean '" + name + "' has several inputs or outputs: it is declared as " + declared + ".",
					"Declare one input and one output, as an invocation has one event and one answer.");
		}
		return (type == Void.class) ? null : type;
	}

	private static boolean isUnknown(ResolvableType argument) {
		return argument == ResolvableType.NONE
				|| (argument.resolve() == null && !argument.isArray() && !(argument.getType() instanceof WildcardType));
	}

	private ResolvableType beanType(String name) {
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		ResolvableType declared = (definition instanceof RootBeanDefinition root) ? root.getResolvableType()
				: definition.getResolvableType();
		Class<?> type = this.beanFactory.getType(name, false);
		if (type == null) {
			return declared;
		}
		Class<?> userType = ClassUtils.getUserClass(type);
		return declared.toClass() == userType ? declared : moreSpecific(declared, ResolvableType.forClass(userType));
	}

	/**
	 * A lambda's class says nothing of its types, but a factory method may declare less
	 * than a class of its own does.
	 */
	private static ResolvableType moreSpecific(ResolvableType declared, ResolvableType actual) {
		return (declared.resolve() == null
				|| declared.isAssignableFrom(actual) && !actual.toClass().isHidden() && !declared.hasGenerics())
						? actual : declared;
	}

	private @Nullable Class<?> type(FunctionShape shape) {
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		return ClassUtils.isPresent(shape.typeName(), classLoader)
				? ClassUtils.resolveClassName(shape.typeName(), classLoader) : null;
	}

	/**
	 * Whether a bean belongs to a framework, which defines functions for its own ends.
	 */
	private boolean isForeign(String name) {
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		String origin = definition.getBeanClassName();
		if (definition.getFactoryBeanName() != null) {
			Class<?> factory = this.beanFactory.getType(definition.getFactoryBeanName(), false);
			origin = (factory != null) ? ClassUtils.getUserClass(factory).getName() : null;
		}
		if (origin == null) {
			return false;
		}
		for (String prefix : FOREIGN) {
			if (origin.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
