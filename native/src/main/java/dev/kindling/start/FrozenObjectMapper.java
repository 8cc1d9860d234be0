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

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import dev.kindling.start.environment.RelaxedName;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The {@link ObjectMapper} that Spring Boot makes where an application configures nothing
 * of it: made while the executable is built, so that start-up only finds it.
 */
public final class FrozenObjectMapper {

	private static final String BEAN_NAME = "jacksonObjectMapper";

	private static final ObjectMapper INSTANCE = create();

	private FrozenObjectMapper() {
	}

	/**
	 * Returns the mapper.
	 * @return the same instance each time
	 */
	public static ObjectMapper instance() {
		return INSTANCE;
	}

	/**
	 * Whether an application's mapper is this one.
	 * @param beanFactory the application's beans
	 * @return {@code false} if Spring Boot or the application makes one
	 */
	public static boolean isUsedBy(ConfigurableListableBeanFactory beanFactory) {
		return beanFactory.containsBeanDefinition(BEAN_NAME) && FrozenObjectMapper.class.getName()
			.equals(beanFactory.getBeanDefinition(BEAN_NAME).getBeanClassName());
	}

	/**
	 * Fails the start where properties are set that the mapper can't honour any more.
	 * @param environment the run's
	 * @throws IllegalStateException if there is a property {@code spring.jackson.…}
	 */
	static void refuseProperties(ConfigurableEnvironment environment) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String name : enumerable.getPropertyNames()) {
					if (RelaxedName.isSprings(name) && RelaxedName.ofVariable(name).startsWith("spring.jackson.")) {
						throw new IllegalStateException(
								"'" + name + "' is set, but this executable's ObjectMapper was made when it was built: "
										+ "unset it, set it in a configuration file when the executable is built, "
										+ "or build with kindling.aot.object-mapper=boot");
					}
				}
			}
		}
	}

	private static ObjectMapper create() {
		return JsonMapper.builder()
			.disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
			.addModules(new ParameterNamesModule(), new Jdk8Module(), new JavaTimeModule())
			.build();
	}

}
