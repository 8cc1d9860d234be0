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
package dev.kindling.image;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import org.graalvm.nativeimage.ImageSingletons;

/**
 * Compiles some methods with another option than the others. GraalVM's image builder has
 * options for all of an executable only; but it asks each method whether it has a
 * compiler of its own, and tells whoever compiles at run time of its queue of methods.
 */
final class MethodCompilation {

	private static final String HOSTED = "com.oracle.svm.hosted.";

	private static final String COMPILER = "jdk.graal.compiler.";

	private final Compiler reflection;

	private final Object queue;

	private final Object option;

	private final Object value;

	private MethodCompilation(Compiler reflection, Object queue, Object option, Object value) {
		this.reflection = reflection;
		this.queue = queue;
		this.option = option;
		this.value = value;
	}

	/**
	 * Sets an option of GraalVM's compiler for some methods.
	 * @param option the name of a field of {@code GraalOptions}
	 * @param value its value for these methods
	 * @param chosen whether a method is one of them, by the descriptor of its class and
	 * its name
	 * @return {@code false} if code is compiled at run time, too; nothing is changed
	 * @throws ReflectiveOperationException if this GraalVM compiles in another way
	 */
	static boolean set(String option, Object value, BiPredicate<String, String> chosen)
			throws ReflectiveOperationException {
		Class<?> callbacks = Class.forName(HOSTED + "RuntimeCompilationCallbacks");
		if (ImageSingletons.contains(callbacks)) {
			return false;
		}
		Compiler compiler = Compiler.find();
		Object key = ImageBuilder.field(Class.forName(COMPILER + "core.common.GraalOptions"), option).get(null);
		add(callbacks, Proxy.newProxyInstance(callbacks.getClassLoader(), new Class<?>[] { callbacks },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "onCompileQueueCreation" -> {
						new MethodCompilation(compiler, arguments[2], key, value).apply(arguments[1], chosen);
						yield null;
					}
					case "equals" -> proxy == arguments[0];
					case "hashCode" -> System.identityHashCode(proxy);
					case "toString" -> MethodCompilation.class.getName();
					default -> null;
				}));
		return true;
	}

	@SuppressWarnings("unchecked")
	private static <T> void add(Class<T> type, Object singleton) {
		ImageSingletons.add(type, (T) singleton);
	}

	private void apply(Object universe, BiPredicate<String, String> chosen) throws Throwable {
		Compiler compiler = this.reflection;
		Object function = Proxy.newProxyInstance(compiler.functionType.getClassLoader(),
				new Class<?>[] { compiler.functionType },
				(proxy, method, arguments) -> method.getName().equals("compile") ? compile(arguments)
						: ImageBuilder.invoke(method, this, arguments));
		for (Object method : (Iterable<?>) ImageBuilder.invoke(compiler.methods, universe)) {
			String type = (String) compiler.typeName.invoke(compiler.type.invoke(method));
			if (chosen.test(type, (String) compiler.name.invoke(method))) {
				Object info = compiler.info.get(method);
				if (compiler.getFunction.invoke(info) == null) {
					compiler.setFunction.invoke(info, function);
				}
			}
		}
	}

	private @Nullable Object compile(Object[] arguments) throws Throwable {
		Compiler compiler = this.reflection;
		Object options = compiler.newOptions.newInstance(compiler.options.invoke(arguments[0]), this.option, this.value,
				new Object[0]);
		Object builder = compiler.newContextBuilder.newInstance(options);
		try (AutoCloseable context = (AutoCloseable) ImageBuilder.invoke(compiler.buildContext, builder)) {
			return ImageBuilder.invoke(compiler.compile, this.queue, context, arguments[1], arguments[2], arguments[3],
					arguments[4]);
		}
	}

	/**
	 * What is needed of GraalVM's queue of methods to compile.
	 */
	private record Compiler(Class<?> functionType, Method compile, Method methods, Field info, Method getFunction,
			Method setFunction, Method type, Method typeName, Method name, Method options, Constructor<?> newOptions,
			Constructor<?> newContextBuilder, Method buildContext) {

		static Compiler find() throws ReflectiveOperationException {
			Class<?> queue = Class.forName(HOSTED + "code.CompileQueue");
			Class<?> function = Class.forName(HOSTED + "code.CompileQueue$CompileFunction");
			Class<?> info = Class.forName(HOSTED + "code.CompilationInfo");
			Class<?> method = Class.forName(HOSTED + "meta.HostedMethod");
			Class<?> options = Class.forName(COMPILER + "options.OptionValues");
			Class<?> context = Class.forName(COMPILER + "debug.DebugContext");
			Class<?> contextBuilder = Class.forName(COMPILER + "debug.DebugContext$Builder");
			return new Compiler(function,
					ImageBuilder.method(queue, "defaultCompileFunction", context, method,
							Class.forName(COMPILER + "core.common.CompilationIdentifier"),
							Class.forName(HOSTED + "code.CompileQueue$CompileReason"),
							Class.forName("com.oracle.svm.core.graal.meta.RuntimeConfiguration")),
					ImageBuilder.method(Class.forName(HOSTED + "meta.HostedUniverse"), "getMethods"),
					ImageBuilder.field(method, "compilationInfo"),
					ImageBuilder.method(info, "getCustomCompileFunction"),
					ImageBuilder.method(info, "setCustomCompileFunction", function),
					ImageBuilder.method(method, "getDeclaringClass"),
					ImageBuilder.method(Class.forName(HOSTED + "meta.HostedType"), "getName"),
					ImageBuilder.method(method, "getName"), ImageBuilder.method(context, "getOptions"),
					ImageBuilder.constructor(options, options, Class.forName(COMPILER + "options.OptionKey"),
							Object.class, Object[].class),
					ImageBuilder.constructor(contextBuilder, options), ImageBuilder.method(contextBuilder, "build"));
		}

	}

}
