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

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.CurrentLambdaContext;
import dev.kindling.function.bind.FunctionBeans;
import dev.kindling.function.bind.FunctionBindings;
import dev.kindling.function.bind.GeneratedFunctions;
import dev.kindling.function.call.LambdaContexts;
import dev.kindling.function.call.LogContext;
import dev.kindling.function.route.FunctionRouter;
import dev.kindling.function.route.FunctionRouting;
import dev.kindling.function.serve.FunctionBinder;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.InvocationResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.NativeDetector;
import org.springframework.core.env.Environment;

/**
 * Serves one of the application's function beans. Which one is decided when the
 * application starts on Lambda, so that a mistake is an init error; elsewhere, where
 * nobody may call it, with the first invocation.
 */
public final class FunctionInvocationHandler
		implements InvocationHandler, BeanFactoryAware, EnvironmentAware, InitializingBean {

	private @Nullable ConfigurableListableBeanFactory beanFactory;

	private @Nullable Environment environment;

	private volatile @Nullable InvocationHandler function;

	private volatile @Nullable LambdaContexts contexts;

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
	}

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.environment != null && this.environment.containsProperty("AWS_LAMBDA_RUNTIME_API")) {
			function();
		}
	}

	@Override
	public InvocationResponse handle(Invocation invocation) throws Throwable {
		InvocationHandler handler = function();
		LambdaContexts current = this.contexts;
		enter(invocation, current);
		try {
			InvocationResponse response = handler.handle(invocation);
			if (response instanceof InvocationResponse.Streaming streaming) {
				return InvocationResponse.streaming(streaming.contentType(), (output) -> {
					enter(invocation, current);
					try {
						streaming.writer().write(output);
					}
					finally {
						leave();
					}
				});
			}
			return response;
		}
		finally {
			leave();
		}
	}

	private static void enter(Invocation invocation, @Nullable LambdaContexts contexts) {
		LogContext.enter(invocation);
		if (contexts != null) {
			CurrentLambdaContext.set(contexts.of(invocation));
		}
	}

	private static void leave() {
		CurrentLambdaContext.set(null);
		LogContext.leave();
	}

	private InvocationHandler function() {
		InvocationHandler current = this.function;
		if (current != null) {
			return current;
		}
		synchronized (this) {
			current = this.function;
			if (current == null) {
				current = bind();
				this.function = current;
			}
			return current;
		}
	}

	private InvocationHandler bind() {
		ConfigurableListableBeanFactory beans = this.beanFactory;
		Environment properties = this.environment;
		if (beans == null || properties == null) {
			throw new IllegalStateException("The handler isn't a bean of an application context");
		}
		FunctionBindings bindings = bindings(beans);
		boolean routing = GeneratedFunctions.USES_ROUTING && FunctionRouting.isEnabled(beans, properties);
		String definition = new FunctionSelector(properties).select(bindings, routing);
		LambdaContexts made = new LambdaContexts(properties);
		this.contexts = made;
		FunctionBinder binder = new FunctionBinder(beans, bindings, properties, made);
		if (GeneratedFunctions.USES_ROUTING && routing && definition.equals(FunctionSelector.ROUTER)) {
			return new FunctionRouter(FunctionRouting.routes(beans, properties, beans.getBean(ObjectMapper.class)),
					binder, made);
		}
		return binder.bind(definition);
	}

	private static FunctionBindings bindings(ConfigurableListableBeanFactory beans) {
		Object generated = beans.getSingleton(FunctionBindings.BEAN_NAME);
		if (generated instanceof FunctionBindings bindings) {
			return bindings;
		}
		if (NativeDetector.inNativeImage()) {
			throw new IllegalStateException("The application was built without ahead-of-time processing");
		}
		return new FunctionBeans(beans).find();
	}

}
