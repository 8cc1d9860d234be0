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

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.start.apps.BeanUses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans that code asks a bean factory for.
 */
class LookUpsUnitTests {

	private static final String EXECUTOR = "applicationTaskExecutor";

	private static final String CLIENT = "restClientBuilder";

	@TempDir
	Path classes;

	private UnneededBeans.Decision decide(Class<?>... users) throws IOException {
		for (Class<?> user : users) {
			String name = ClassUtils.convertClassNameToResourcePath(user.getName()) + ".class";
			Path file = this.classes.resolve(name);
			Files.createDirectories(file.getParent());
			try (InputStream input = user.getClassLoader().getResourceAsStream(name)) {
				Files.write(file, input.readAllBytes());
			}
		}
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(BeanUses.Plain.class);
		TestPropertyValues.of("spring.aot.processing=true").applyTo(context);
		context.refreshForAotProcessing(new RuntimeHints());
		return UnneededBeans.decide(context.getDefaultListableBeanFactory(),
				new ApplicationClasses(List.of(this.classes)));
	}

	@Test
	void aBeanStaysThatIsAskedForByItsClassAndNoOther() throws IOException {
		for (Class<?> user : List.of(ByType.class, ByTypeAndNumbers.class, Names.class, Provider.class, Static.class)) {
			UnneededBeans.Decision decision = decide(user);
			assertThat(decision.reasons()).as(user.getSimpleName())
				.containsEntry(EXECUTOR, user.getName() + " looks up TaskExecutor")
				.doesNotContainKey(CLIENT);
			Files.delete(this.classes.resolve(ClassUtils.convertClassNameToResourcePath(user.getName()) + ".class"));
		}
	}

	@Test
	void anAnnotationThatNoBeanHasKeepsNone() throws IOException {
		assertThat(decide(ByAnnotation.class).reasons()).doesNotContainKeys(EXECUTOR, CLIENT);
	}

	@Test
	void allStaysWhereTheClassCannotBeTold() throws IOException {
		for (Class<?> user : List.of(Variable.class, OneOfTwo.class, Generic.class, AllNames.class, Everything.class,
				Reference.class, AnyAnnotation.class, StaticVariable.class, ByName.class)) {
			UnneededBeans.Decision decision = decide(user);
			assertThat(decision.graph().lookUp()).as(user.getSimpleName())
				.isEqualTo(user.getName() + " can look up any bean");
			assertThat(decision.reasons().keySet()).contains(EXECUTOR, CLIENT);
			Files.delete(this.classes.resolve(ClassUtils.convertClassNameToResourcePath(user.getName()) + ".class"));
		}
	}

	@Test
	void aClassThatSpringJdbcLooksUpInAFactoryOfItsOwnKeepsNone() throws IOException {
		Path file = this.classes.resolve("org/springframework/jdbc/support/SQLErrorCodesFactory.class");
		Files.createDirectories(file.getParent());
		Files.writeString(file, "getBeansOfType");
		assertThat(decide().reasons()).doesNotContainKeys(EXECUTOR, CLIENT);
	}

	static class ByType {

		Map<String, ?> find(ListableBeanFactory beans) {
			return beans.getBeansOfType(TaskExecutor.class);
		}

	}

	static class ByTypeAndNumbers {

		Map<String, ?> find(ListableBeanFactory beans, boolean eager) {
			return beans.getBeansOfType(TaskExecutor.class, true, eager);
		}

	}

	static class Names {

		String[] find(ListableBeanFactory beans) {
			return beans.getBeanNamesForType(TaskExecutor.class);
		}

	}

	static class Provider {

		ObjectProvider<?> find(ListableBeanFactory beans) {
			return beans.getBeanProvider(TaskExecutor.class);
		}

	}

	static class Static {

		String[] find(ListableBeanFactory beans) {
			return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, TaskExecutor.class, true, false);
		}

	}

	static class ByAnnotation {

		Map<String, ?> find(ListableBeanFactory beans) {
			return beans.getBeansWithAnnotation(ManagedResource.class);
		}

	}

	static class Variable {

		Map<String, ?> find(ListableBeanFactory beans, Class<?> type) {
			return beans.getBeansOfType(type);
		}

	}

	static class OneOfTwo {

		Map<String, ?> find(ListableBeanFactory beans, boolean one) {
			Class<?> type = one ? TaskExecutor.class : Runnable.class;
			return beans.getBeansOfType(type);
		}

	}

	static class Generic {

		ObjectProvider<?> find(ListableBeanFactory beans) {
			return beans.getBeanProvider(ResolvableType.forClass(TaskExecutor.class));
		}

	}

	static class AllNames {

		String[] find(ListableBeanFactory beans) {
			return beans.getBeanDefinitionNames();
		}

	}

	static class Everything {

		Map<String, ?> find(ListableBeanFactory beans) {
			return beans.getBeansOfType(Object.class);
		}

	}

	static class Reference {

		Function<Class<?>, Map<String, ?>> find(ListableBeanFactory beans) {
			return beans::getBeansOfType;
		}

	}

	static class AnyAnnotation {

		Map<String, ?> find(ListableBeanFactory beans, Class<? extends Annotation> type) {
			return beans.getBeansWithAnnotation(type);
		}

	}

	static class StaticVariable {

		Map<String, ?> find(ListableBeanFactory beans, Class<?> type) {
			return BeanFactoryUtils.beansOfTypeIncludingAncestors(beans, type);
		}

	}

	static class ByName {

		Object find(ListableBeanFactory beans) throws ReflectiveOperationException {
			return ListableBeanFactory.class.getMethod("getBeansOfType", Class.class).invoke(beans, Runnable.class);
		}

	}

}
