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

package dev.kindling.image.aot;

import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.report.BuildReport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Registers those classes of the application that aren't beans and that a library makes
 * by reflection. Spring does so for constraint validators of beans' methods only, and not
 * for what is handed to a {@code Validator}; for Quartz' jobs, which are injected and get
 * their data by setters, not at all.
 */
class ReflectiveClassesAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final Log logger = LogFactory.getLog(ReflectiveClassesAotProcessor.class);

	private static final Set<String> INJECTED = Set.of("Autowired", "Inject", "Resource", "Value");

	private static final Map<String, MemberCategory[]> MADE = Map.of("jakarta.validation.ConstraintValidator",
			new MemberCategory[] { MemberCategory.INVOKE_DECLARED_CONSTRUCTORS }, "org.quartz.Job",
			new MemberCategory[] { MemberCategory.INVOKE_DECLARED_CONSTRUCTORS, MemberCategory.INVOKE_PUBLIC_METHODS });

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		return contribution(ApplicationClasses.ofClassPath(), beanFactory.getBeanClassLoader(),
				BuildReport.of(beanFactory));
	}

	/**
	 * Finds the classes, those included that extend one of the application's own.
	 */
	static @Nullable BeanFactoryInitializationAotContribution contribution(ApplicationClasses classes,
			@Nullable ClassLoader classLoader, BuildReport report) {
		Map<Class<?>, MemberCategory[]> made = new LinkedHashMap<>();
		MADE.forEach((name, members) -> {
			if (ClassUtils.isPresent(name, classLoader)) {
				made.put(ClassUtils.resolveClassName(name, classLoader), members);
			}
		});
		if (made.isEmpty()) {
			return null;
		}
		Map<Class<?>, MemberCategory[]> found = new LinkedHashMap<>();
		classes.own().visit((file) -> {
			Class<?> type = load(file.className().replace('/', '.'), classLoader);
			if (type != null && !Modifier.isAbstract(type.getModifiers())) {
				made.forEach((base, members) -> {
					if (base.isAssignableFrom(type)) {
						found.put(type, members);
						warn(type, report);
					}
				});
			}
		});
		return found.isEmpty() ? null : (generationContext, code) -> found
			.forEach((type, members) -> generationContext.getRuntimeHints().reflection().registerType(type, members));
	}

	/**
	 * Spring leaves what injects fields out of an application that is processed ahead of
	 * time: it has done so for beans, and these are none.
	 */
	private static void warn(Class<?> type, BuildReport report) {
		ReflectionUtils.doWithFields(type, (field) -> {
			String warning = "Kindling: '" + field.getName() + "' of " + type.getName()
					+ " stays empty in an executable, as the class is no bean. Inject it through the constructor.";
			logger.warn(warning);
			report.warning(warning);
		}, (field) -> Stream.of(field.getAnnotations())
			.anyMatch((annotation) -> INJECTED.contains(annotation.annotationType().getSimpleName())));
	}

	private static @Nullable Class<?> load(String name, @Nullable ClassLoader classLoader) {
		try {
			return ClassUtils.forName(name, classLoader);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			// a class of something that isn't there can't be made either
			return null;
		}
	}

}
