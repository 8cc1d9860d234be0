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

package dev.kindling.start;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The class whose {@code main} method started an application. Known only while the
 * application is processed ahead of time.
 *
 * @param type the class
 */
public record MainClass(Class<?> type) {

	/**
	 * The name of the singleton.
	 */
	public static final String BEAN_NAME = "dev.kindling.start.mainClass";

	static void register(Class<?> type, ConfigurableListableBeanFactory beanFactory) {
		if (!beanFactory.containsSingleton(BEAN_NAME)) {
			beanFactory.registerSingleton(BEAN_NAME, new MainClass(type));
		}
	}

}
