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

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The order in which GraalVM's image builder lays compiled methods into the executable.
 * It has an interface for it, {@code CodeSectionLayouter}, but no way to name an
 * implementation, and its classes can't be compiled against with Java 17; so this takes
 * the place of the one that it registered.
 */
final class CodeLayout {

	private static final String HOSTED = "com.oracle.svm.hosted.";

	private static final String BY_NAME = HOSTED + "code.SortByMethodNameCodeSectionLayouter";

	private CodeLayout() {
	}

	/**
	 * Puts an order in place of GraalVM's order by name.
	 * @param order gets the methods in GraalVM's order, and answers all of them in its
	 * own
	 * @return {@code false} if there is another order than GraalVM's by name, such as one
	 * by a profile; it stays
	 * @throws ReflectiveOperationException if this GraalVM has no such order, or another
	 * way to register it
	 */
	static boolean replace(UnaryOperator<List<CompiledMethod>> order) throws ReflectiveOperationException {
		Class<?> type = Class.forName(HOSTED + "code.CodeSectionLayouter");
		Accessors accessors = Accessors.find();
		Method layout = ImageBuilder.method(type, "layout", Map.class);
		return ImageBuilder.replace(type, BY_NAME, (layouter) -> (proxy, method, arguments) -> {
			Object result = ImageBuilder.invoke(method, layouter, arguments);
			return method.equals(layout) ? apply(order, accessors, (Collection<?>) result) : result;
		});
	}

	/**
	 * Looks at what the compiler has made, before it is laid.
	 * @param observer gets the compiler's results
	 * @return {@code false} if another order than GraalVM's by name is in place
	 * @throws ReflectiveOperationException if this GraalVM has another way to lay methods
	 */
	static boolean observe(Consumer<Collection<?>> observer) throws ReflectiveOperationException {
		Class<?> type = Class.forName(HOSTED + "code.CodeSectionLayouter");
		Method layout = ImageBuilder.method(type, "layout", Map.class);
		return ImageBuilder.replace(type, BY_NAME, (layouter) -> (proxy, method, arguments) -> {
			if (method.equals(layout)) {
				observer.accept(((Map<?, ?>) arguments[0]).values());
			}
			return ImageBuilder.invoke(method, layouter, arguments);
		});
	}

	private static List<Object> apply(UnaryOperator<List<CompiledMethod>> order, Accessors accessors,
			Collection<?> methods) throws ReflectiveOperationException {
		List<CompiledMethod> compiled = new ArrayList<>(methods.size());
		for (Object method : methods) {
			compiled.add(accessors.read(method));
		}
		return order.apply(compiled).stream().map(CompiledMethod::method).toList();
	}

	/**
	 * A method in the executable.
	 *
	 * @param method GraalVM's own description
	 * @param type the descriptor of its class
	 * @param name its name
	 * @param symbol its symbol, if the executable keeps symbols
	 * @param place answers {@link #offset()}
	 */
	record CompiledMethod(Object method, String type, String name, String symbol, Method place) {

		/**
		 * Where the method lies, once it has been laid.
		 * @return bytes from the start of the code
		 */
		int offset() {
			try {
				return (int) this.place.invoke(this.method);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	/**
	 * Reads GraalVM's own description of a method.
	 */
	private record Accessors(Method type, Method typeName, Method name, Method symbol, Method place) {

		static Accessors find() throws ReflectiveOperationException {
			Class<?> method = Class.forName(HOSTED + "meta.HostedMethod");
			return new Accessors(ImageBuilder.method(method, "getDeclaringClass"),
					ImageBuilder.method(Class.forName(HOSTED + "meta.HostedType"), "getName"),
					ImageBuilder.method(method, "getName"), ImageBuilder.method(method, "getUniqueShortName"),
					ImageBuilder.method(method, "getCodeAddressOffset"));
		}

		CompiledMethod read(Object method) throws ReflectiveOperationException {
			return new CompiledMethod(method, (String) this.typeName.invoke(this.type.invoke(method)),
					(String) this.name.invoke(method), (String) this.symbol.invoke(method), this.place);
		}

	}

}
