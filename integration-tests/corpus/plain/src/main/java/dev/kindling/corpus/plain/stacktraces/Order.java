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

package dev.kindling.corpus.plain.stacktraces;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fails where it is told to.
 */
class Order {

	private final String failing;

	Order(String failing) {
		this.failing = failing;
	}

	String price() {
		String amount = part("amount") + part("tax");
		String all = amount + part("shipping") + discounts();
		Set<String> sorted = new TreeSet<>((one, other) -> compared(one, other));
		sorted.addAll(List.of(all, "b", "a"));
		check((text) -> !text.isEmpty(), all);
		check((text) -> part("check").isEmpty(), all);
		return all;
	}

	private String discounts() {
		StringBuilder all = new StringBuilder();
		for (String name : List.of("first", "second")) {
			if (this.failing.equals("loop " + name)) {
				throw new IllegalStateException(name);
			}
			all.append(part(name));
		}
		return all.toString();
	}

	private int compared(String one, String other) {
		part("order");
		return one.compareTo(other);
	}

	private void check(Predicate<String> condition, String text) {
		Stream.of(text).filter(condition).toList();
	}

	private String part(String name) {
		if (name.equals(this.failing)) {
			throw new IllegalStateException(name);
		}
		return "";
	}

	static String places(Throwable failure) {
		return Stream.of(failure.getStackTrace())
			.filter((element) -> element.getClassName().equals(Order.class.getName()))
			.map((element) -> element.getMethodName() + ":" + element.getLineNumber())
			.collect(Collectors.joining(" "));
	}

}
