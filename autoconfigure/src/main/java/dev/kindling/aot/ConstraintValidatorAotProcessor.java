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

package dev.kindling.aot;

import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;

import dev.kindling.image.aot.ApplicationClasses;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Registers the constructors of the application's own constraint validators. Spring does
 * so for those of beans' methods only, and not for what is handed to a {@code Validator}.
 */
class ConstraintValidatorAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final String VALIDATOR = "jakarta.validation.ConstraintValidator";

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		ClassLoader classLoader = beanFactory.getBeanClassLoader();
		if (!ClassUtils.isPresent(VALIDATOR, classLoader)) {
			return null;
		}
		Class<?> validator = ClassUtils.resolveClassName(VALIDATOR, classLoader);
		Set<Class<?>> found = new LinkedHashSet<>();
		ApplicationClasses.ofClassPath().visit((file) -> {
			if (!file.library() && file.text().contains("jakarta/validation/ConstraintValidator")) {
				Class<?> type = load(file.className().replace('/', '.'), classLoader);
				if (type != null && validator.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
					found.add(type);
				}
			}
		});
		if (found.isEmpty()) {
			return null;
		}
		return (generationContext,
				code) -> found.forEach((type) -> generationContext.getRuntimeHints()
					.reflection()
					.registerType(type, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
	}

	private static @Nullable Class<?> load(String name, ClassLoader classLoader) {
		try {
			return ClassUtils.forName(name, classLoader);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			// a class of something that isn't there can't validate anything
			return null;
		}
	}

}
