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

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.kindling.dynamodb.table.DynamoDbTables;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.Aware;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * The entities whose tables a bean can use, by what is injected into it, and into that.
 * They aren't known where something is injected with which any table can be had.
 */
final class InjectedTables {

	private static final List<Class<?>> TABLES = List.of(DynamoDbTable.class, DynamoDbAsyncTable.class,
			DynamoDbIndex.class, DynamoDbAsyncIndex.class);

	/**
	 * What leads to any table, or to any bean.
	 */
	private static final List<Class<?>> ANYTHING = List.of(DynamoDbClient.class, DynamoDbAsyncClient.class,
			DynamoDbEnhancedClient.class, DynamoDbEnhancedAsyncClient.class, DynamoDbTables.class, BeanFactory.class,
			ApplicationEventPublisher.class);

	private static final Set<String> INJECTED = Set.of("Autowired", "Inject", "Resource", "Lookup");

	private final ConfigurableListableBeanFactory beanFactory;

	private final Set<String> beans = new LinkedHashSet<>();

	private final Set<String> entities = new TreeSet<>();

	private boolean known = true;

	InjectedTables(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * The classes of the items.
	 * @return their names, {@code null} if they can't be known
	 */
	@Nullable List<String> entities() {
		return this.known ? List.copyOf(this.entities) : null;
	}

	/**
	 * The beans that were looked at.
	 */
	Set<String> beans() {
		return this.beans;
	}

	/**
	 * Adds what a bean can use.
	 * @param name the bean's
	 * @return this
	 */
	InjectedTables add(String name) {
		if (!this.beans.add(name) || !this.beanFactory.containsBeanDefinition(name)) {
			return this;
		}
		try {
			add(RegisteredBean.of(this.beanFactory, name));
		}
		catch (RuntimeException | LinkageError ex) {
			// Spring can't tell how it is made, either
			this.known = false;
		}
		return this;
	}

	private void add(RegisteredBean bean) {
		Executable executable = bean.resolveInstantiationDescriptor().executable();
		if (FrameworkBeans.isOne(executable.getDeclaringClass())) {
			return;
		}
		for (int i = 0; i < executable.getParameterCount(); i++) {
			need(ResolvableType.forMethodParameter(MethodParameter.forExecutable(executable, i)));
		}
		String factory = bean.getMergedBeanDefinition().getFactoryBeanName();
		if (factory != null) {
			add(factory);
		}
		addMembers(bean.getBeanClass());
	}

	private void addMembers(Class<?> type) {
		if (Aware.class.isAssignableFrom(type) && !EnvironmentAware.class.isAssignableFrom(type)) {
			this.known = false;
		}
		ReflectionUtils.doWithFields(type, (field) -> need(ResolvableType.forField(field)), InjectedTables::isInjected);
		ReflectionUtils.doWithMethods(type, this::needAll, InjectedTables::isInjected);
	}

	private void needAll(Method method) {
		if (method.getParameterCount() == 0) {
			need(ResolvableType.forMethodReturnType(method));
		}
		for (int i = 0; i < method.getParameterCount(); i++) {
			need(ResolvableType.forMethodParameter(method, i));
		}
	}

	private static boolean isInjected(AnnotatedElement element) {
		return Arrays.stream(element.getAnnotations())
			.anyMatch((annotation) -> INJECTED.contains(annotation.annotationType().getSimpleName()));
	}

	private void need(ResolvableType type) {
		Class<?> raw = type.resolve();
		if (raw == null || isAnything(raw)) {
			this.known = false;
		}
		else if (isTable(raw)) {
			Class<?> entity = type.getGeneric(0).resolve();
			if (entity == null) {
				this.known = false;
				return;
			}
			this.entities.add(entity.getName());
		}
		else if (raw.isArray()) {
			need(type.getComponentType());
		}
		else if (ObjectFactory.class.isAssignableFrom(raw) || Collection.class.isAssignableFrom(raw)
				|| raw == Optional.class) {
			need(type.getGeneric(0));
		}
		else if (Map.class.isAssignableFrom(raw)) {
			need(type.getGeneric(1));
		}
		else if (!BeanUtils.isSimpleProperty(raw)) {
			for (String name : this.beanFactory.getBeanNamesForType(type, true, false)) {
				add(name);
			}
		}
	}

	private static boolean isTable(Class<?> type) {
		return TABLES.contains(type);
	}

	/**
	 * Whether a dependency of this type may be anything: a table without its entity, too.
	 */
	private static boolean isAnything(Class<?> type) {
		return !isTable(type) && (ANYTHING.stream().anyMatch((each) -> each.isAssignableFrom(type))
				|| TABLES.stream().anyMatch(type::isAssignableFrom));
	}

	/**
	 * Whether a bean of this type is a table, or what tables are made with.
	 */
	static boolean isTool(@Nullable Class<?> type) {
		return type != null && (isTable(type) || ANYTHING.stream().anyMatch((each) -> each.isAssignableFrom(type)));
	}

}
