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

package dev.kindling.start.environment.aot;

import java.util.ArrayList;
import java.util.List;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.boot.context.config.ConfigDataLoader;
import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationResolver;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What Spring Boot's reading of configuration files looks up by name: loaders, resolvers
 * of locations, and the properties that a file has for that.
 */
public final class ReadingHints {

	private ReadingHints() {
	}

	/**
	 * Registers it.
	 * @param hints where to
	 * @param classLoader the application's class path
	 */
	public static void register(RuntimeHints hints, ClassLoader classLoader) {
		SpringFactoriesLoader factories = SpringFactoriesLoader.forDefaultResourceLocation(classLoader);
		for (Class<?> type : new Class<?>[] { PropertySourceLoader.class, ConfigDataLoader.class,
				ConfigDataLocationResolver.class }) {
			hints.reflection().registerType(type);
			List<TypeReference> found = new ArrayList<>();
			factories.load(type, (factoryType, name, failure) -> found.add(TypeReference.of(name)))
				.forEach((factory) -> found.add(TypeReference.of(factory.getClass())));
			found.forEach(
					(factory) -> hints.reflection().registerType(factory, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
		}
		Class<?> properties = ClassUtils
			.resolveClassName("org.springframework.boot.context.config.ConfigDataProperties", classLoader);
		BindableRuntimeHintsRegistrar.forTypes(properties).registerHints(hints);
		hints.reflection()
			.registerMethod(ReflectionUtils.findMethod(ConfigDataLocation.class, "of", String.class),
					ExecutableMode.INVOKE);
	}

}
