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

import java.util.Map;
import java.util.Set;

/**
 * When methods run, as it was measured with the reference workload: two lists that
 * {@code benchmarks/methods} writes. Overloads count as one method, and all lambdas of a
 * class as one class, so that the lists hold for other versions of the libraries, too.
 */
final class MethodOrder {

	private static final String LAMBDA = "$$Lambda";

	private final Map<String, Set<String>> call;

	private final Map<String, Set<String>> start;

	MethodOrder(Map<String, Set<String>> call, Map<String, Set<String>> start) {
		this.call = call;
		this.start = start;
	}

	/**
	 * The order that comes with Kindling, and with the lists of the class path.
	 * @throws java.io.UncheckedIOException if a list can't be read
	 */
	static MethodOrder measured() {
		return new MethodOrder(MeasuredList.read("methods-of-a-call.txt"), MeasuredList.read("methods-of-a-start.txt"));
	}

	/**
	 * When a method runs.
	 * @param type the descriptor of its class, such as {@code Ljava/util/HashMap;}
	 * @param method its name
	 */
	Use use(String type, String method) {
		String name = name(type);
		if (MeasuredList.contains(this.call, name, method)) {
			return Use.CALL;
		}
		return (MeasuredList.contains(this.start, name, method) || isGenerated(name)) ? Use.START : Use.UNSEEN;
	}

	/**
	 * The name under which the lists have a class.
	 * @param descriptor such as {@code Ljava/util/HashMap;}
	 */
	static String name(String descriptor) {
		String name = (descriptor.startsWith("L") && descriptor.endsWith(";"))
				? descriptor.substring(1, descriptor.length() - 1).replace('/', '.') : descriptor;
		int lambda = name.indexOf(LAMBDA);
		return (lambda < 0) ? name : name.substring(0, lambda + LAMBDA.length());
	}

	/**
	 * Whether ahead-of-time processing made the class, of which most runs at each start.
	 */
	private static boolean isGenerated(String name) {
		int simpleName = name.lastIndexOf('.') + 1;
		return name.indexOf("__", simpleName) > simpleName;
	}

	/**
	 * When a method runs, those first that are to lie first.
	 */
	enum Use {

		/**
		 * In each call.
		 */
		CALL,

		/**
		 * In each start, up to the first answer.
		 */
		START,

		/**
		 * In none that was measured.
		 */
		UNSEEN

	}

}
