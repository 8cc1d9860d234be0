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
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reaches what GraalVM's image builder has, but gives no access to. Its classes can't be
 * compiled against with Java 17, so that all of it is reflection, which is looked up
 * before the build depends on it.
 */
final class ImageBuilder {

	private static final String MANAGEMENT = "com.oracle.svm.hosted.ImageSingletonsSupportImpl$HostedManagement";

	private ImageBuilder() {
	}

	/**
	 * Puts something in place of an implementation that the image builder registered.
	 * @param type the interface of it
	 * @param expected the class of the implementation that may be replaced
	 * @param replacement makes what handles the calls from then on
	 * @return {@code false} if another implementation than the expected one is
	 * registered; it stays
	 * @throws ReflectiveOperationException if this GraalVM has another way to register it
	 */
	static boolean replace(Class<?> type, String expected, Replacement replacement)
			throws ReflectiveOperationException {
		Map<Class<?>, Object> singletons = singletons();
		Object registered = singletons.get(type);
		if (registered == null || !isReplaceable(registered, expected)) {
			return false;
		}
		singletons.put(type, Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				replacement.handlerFor(registered)));
		return true;
	}

	/**
	 * Whether it is the expected one, or what has taken its place here before.
	 */
	private static boolean isReplaceable(Object registered, String expected) {
		return registered.getClass().getName().equals(expected) || (Proxy.isProxyClass(registered.getClass())
				&& Proxy.getInvocationHandler(registered).getClass().getPackage() == ImageBuilder.class.getPackage());
	}

	/**
	 * Writes a line into the build's log.
	 */
	static void say(String text) {
		System.out.println("Kindling: " + text);
	}

	/**
	 * Calls a method, and throws what it throws.
	 * @throws Throwable what the method throws
	 */
	static @Nullable Object invoke(Method method, Object target, @Nullable Object... arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * A method of a class, of what it extends, or of an interface.
	 * @throws NoSuchMethodException if there is none
	 */
	static Method method(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
		Method method;
		try {
			method = type.getDeclaredMethod(name, parameters);
		}
		catch (NoSuchMethodException ex) {
			method = type.getMethod(name, parameters);
		}
		method.setAccessible(true); // fails now, and not in the midst of the build
		return method;
	}

	/**
	 * A method of a class or of what it extends, the types of whose parameters aren't
	 * Java's.
	 * @param parameters how many there are
	 * @throws NoSuchMethodException if there is none
	 */
	static Method methodNamed(Class<?> type, String name, int parameters) throws NoSuchMethodException {
		for (Method method : type.getMethods()) {
			if (method.getName().equals(name) && method.getParameterCount() == parameters) {
				method.setAccessible(true);
				return method;
			}
		}
		throw new NoSuchMethodException(type.getName() + "." + name);
	}

	static Field field(Class<?> type, String name) throws NoSuchFieldException {
		Field field = type.getDeclaredField(name);
		field.setAccessible(true);
		return field;
	}

	static Constructor<?> constructor(Class<?> type, Class<?>... parameters) throws NoSuchMethodException {
		Constructor<?> constructor = type.getDeclaredConstructor(parameters);
		constructor.setAccessible(true);
		return constructor;
	}

	@SuppressWarnings("unchecked")
	private static Map<Class<?>, Object> singletons() throws ReflectiveOperationException {
		Class<?> management = Class.forName(MANAGEMENT);
		return (Map<Class<?>, Object>) field(management, "configObjects").get(method(management, "get").invoke(null));
	}

	/**
	 * What takes the place of an implementation.
	 */
	@FunctionalInterface
	interface Replacement {

		/**
		 * Makes the handler of the calls.
		 * @param replaced the implementation that leaves
		 * @throws ReflectiveOperationException if this GraalVM lacks what the handler
		 * needs
		 */
		InvocationHandler handlerFor(Object replaced) throws ReflectiveOperationException;

	}

}
