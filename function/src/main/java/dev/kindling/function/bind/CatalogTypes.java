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

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.kindling.function.FunctionBindingException;
import dev.kindling.types.TypeNames;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.core.ResolvableType;

/**
 * What Spring Cloud Function can read of functions ahead of time: it registers hints for
 * the type arguments that a bean's class gives to a function, and ends without the bean's
 * name where one of them is a variable.
 */
public final class CatalogTypes {

	private static final Set<FunctionShape> READ = EnumSet.of(FunctionShape.FUNCTION, FunctionShape.CONSUMER,
			FunctionShape.SUPPLIER);

	private CatalogTypes() {
	}

	/**
	 * Refuses what can't be read.
	 * @param binding a function
	 * @param beanFactory where it is
	 * @throws FunctionBindingException if its class leaves a type open, as an
	 * {@code UnaryOperator} does
	 */
	public static void check(FunctionBinding binding, ConfigurableListableBeanFactory beanFactory) {
		Class<?> type = beanFactory.getType(binding.name(), false);
		if (type == null || !READ.contains(binding.shape())
				|| !(FunctionTypeUtils.discoverFunctionTypeFromClass(type) instanceof ParameterizedType function)
				|| !leavesOpen(function)) {
			return;
		}
		ResolvableType declared = beanFactory.getMergedBeanDefinition(binding.name()).getResolvableType();
		String arguments = Stream.of(binding.input(), binding.output())
			.filter(Objects::nonNull)
			.map(TypeNames::of)
			.collect(Collectors.joining(", "));
		throw new FunctionBindingException(
				"Function bean '" + binding.name() + "' is declared as " + TypeNames.of(FunctionTypes.of(declared))
						+ ", whose types Spring Cloud Function can't read ahead of time.",
				"Declare it as " + TypeNames.of(function.getRawType()) + "<" + arguments + ">.");
	}

	private static boolean leavesOpen(ParameterizedType type) {
		for (Type argument : type.getActualTypeArguments()) {
			if (argument instanceof ParameterizedType parameterized ? leavesOpen(parameterized)
					: FunctionTypeUtils.getRawType(argument) == null) {
				return true;
			}
		}
		return false;
	}

}
