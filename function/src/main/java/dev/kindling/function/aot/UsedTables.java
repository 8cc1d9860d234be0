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

package dev.kindling.function.aot;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Which function can use which tables. Beans that no function needs act by themselves, as
 * runners, listeners, aspects and mappers of exceptions do, whatever function is called,
 * and so does what has something to do at the start: their tables are every function's.
 */
final class UsedTables {

	private static final String TABLE = "software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable";

	private final Map<String, InjectedTables> functions = new LinkedHashMap<>();

	private final @Nullable InjectedTables others;

	UsedTables(ConfigurableListableBeanFactory beanFactory, Collection<String> functions) {
		if (!ClassUtils.isPresent(TABLE, beanFactory.getBeanClassLoader())) {
			this.others = null;
			return;
		}
		Set<String> needed = new LinkedHashSet<>();
		for (String function : functions) {
			InjectedTables tables = new InjectedTables(beanFactory).add(function);
			this.functions.put(function, tables);
			needed.addAll(tables.beans());
		}
		this.others = new InjectedTables(beanFactory);
		for (String name : beanFactory.getBeanDefinitionNames()) {
			Class<?> type = beanFactory.getType(name, false);
			if (!FrameworkBeans.servesFunctions(definer(beanFactory, name)) && !InjectedTables.isTool(type)
					&& (!needed.contains(name) || type == null
							|| ActingBeans.isOne(type, beanFactory.getMergedBeanDefinition(name)))) {
				this.others.add(name);
			}
		}
	}

	private static @Nullable String definer(ConfigurableListableBeanFactory beanFactory, String name) {
		BeanDefinition definition = beanFactory.getMergedBeanDefinition(name);
		String factory = definition.getFactoryBeanName();
		Class<?> type = (factory != null) ? beanFactory.getType(factory, false) : null;
		return (type != null) ? type.getName() : definition.getBeanClassName();
	}

	/**
	 * The entities whose tables some functions can use.
	 * @param names the functions'
	 * @return the classes' names; {@code null} if they can't be known
	 */
	@Nullable List<String> of(Collection<String> names) {
		if (this.others == null) {
			return List.of();
		}
		List<String> all = this.others.entities();
		if (all == null) {
			return null;
		}
		Set<String> entities = new TreeSet<>(all);
		for (String name : names) {
			InjectedTables tables = this.functions.get(name);
			List<String> own = (tables != null) ? tables.entities() : null;
			if (own == null) {
				return null;
			}
			entities.addAll(own);
		}
		return List.copyOf(entities);
	}

}
