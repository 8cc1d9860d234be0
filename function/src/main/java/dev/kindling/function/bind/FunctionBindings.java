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

import java.util.ArrayList;
import java.util.List;

import dev.kindling.function.FunctionBindingException;
import org.jspecify.annotations.Nullable;

/**
 * The function beans of an application.
 */
public final class FunctionBindings {

	/**
	 * The name of the singleton that generated code registers.
	 */
	public static final String BEAN_NAME = "dev.kindling.function.bindings";

	private final List<FunctionBinding> bindings;

	/**
	 * Creates the list.
	 * @param bindings the functions, in the order of their definition
	 */
	public FunctionBindings(List<FunctionBinding> bindings) {
		this.bindings = bindings;
	}

	/**
	 * Creates the list.
	 * @param bindings the functions, in the order of their definition
	 * @return the list
	 */
	public static FunctionBindings of(FunctionBinding... bindings) {
		List<FunctionBinding> list = new ArrayList<>(bindings.length);
		for (FunctionBinding binding : bindings) {
			list.add(binding);
		}
		return new FunctionBindings(list);
	}

	/**
	 * Every function.
	 * @return the functions, in the order of their definition
	 */
	public List<FunctionBinding> all() {
		return this.bindings;
	}

	public @Nullable FunctionBinding find(String name) {
		for (FunctionBinding binding : this.bindings) {
			if (binding.name().equals(name)) {
				return binding;
			}
		}
		return null;
	}

	/**
	 * Finds the functions that a definition names.
	 * @param definition names, separated by {@code |}
	 * @return the functions, in the order in which they are called
	 * @throws FunctionBindingException if one of them doesn't exist, or they can't be
	 * composed
	 */
	public List<FunctionBinding> compose(String definition) {
		List<FunctionBinding> composed = new ArrayList<>();
		int start = 0;
		while (start <= definition.length()) {
			int end = definition.indexOf('|', start);
			end = (end < 0) ? definition.length() : end;
			composed.add(get(definition.substring(start, end).trim(), definition));
			start = end + 1;
		}
		CompositionCheck.check(definition, composed);
		return composed;
	}

	private FunctionBinding get(String name, String definition) {
		FunctionBinding binding = find(name);
		if (binding == null) {
			throw new FunctionBindingException(
					"There is no function bean '" + name + "'"
							+ (name.equals(definition) ? "." : ", which is part of '" + definition + "'."),
					"Name one of " + names() + ", or several with '|' between them.");
		}
		return binding;
	}

	/**
	 * The functions' names, for a message.
	 */
	public String names() {
		StringBuilder names = new StringBuilder();
		for (FunctionBinding binding : this.bindings) {
			names.append((names.length() == 0) ? "'" : ", '").append(binding.name()).append('\'');
		}
		return names.toString();
	}

}
