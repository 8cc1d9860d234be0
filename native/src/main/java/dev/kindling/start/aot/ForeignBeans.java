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

package dev.kindling.start.aot;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The beans of an executable that the starter doesn't bring.
 */
public final class ForeignBeans {

	private ForeignBeans() {
	}

	/**
	 * The classes of the beans, and those that define them.
	 * @param beanFactory an application that is processed ahead of time
	 * @return the classes, the application's own among them
	 */
	public static Set<Class<?>> types(ConfigurableListableBeanFactory beanFactory) {
		return types(UnneededBeans.decisionFor(beanFactory).graph());
	}

	static Set<Class<?>> types(BeanGraph graph) {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (String name : graph.needed().keySet()) {
			Class<?> type = graph.foreignType(name);
			if (type != null) {
				types.add(type);
				Class<?> origin = graph.origin(name);
				if (origin != null) {
					types.add(origin);
				}
			}
		}
		return types;
	}

}
