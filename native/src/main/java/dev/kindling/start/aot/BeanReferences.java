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

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyValue;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.BeanReference;
import org.springframework.beans.factory.config.ConstructorArgumentValues.ValueHolder;
import org.springframework.beans.factory.config.TypedStringValue;
import org.springframework.beans.factory.support.AbstractBeanDefinition;

/**
 * What the values of a bean definition refer to, as XML and functional definitions have
 * them: other beans by name, placeholders and expressions.
 */
final class BeanReferences {

	private final Set<String> names = new LinkedHashSet<>();

	private boolean dynamic;

	private BeanReferences() {
	}

	static BeanReferences of(BeanDefinition definition) {
		BeanReferences references = new BeanReferences();
		references.visitDefinition(definition);
		return references;
	}

	/**
	 * The names of other beans.
	 */
	Set<String> names() {
		return this.names;
	}

	/**
	 * Whether the definition leaves to the bean factory what to inject, by an expression,
	 * a placeholder or by autowiring, so that it can't be told here.
	 */
	boolean isDynamic() {
		return this.dynamic;
	}

	private void visitDefinition(BeanDefinition definition) {
		if (definition instanceof AbstractBeanDefinition bean
				&& (bean.getAutowireMode() == AbstractBeanDefinition.AUTOWIRE_BY_NAME
						|| bean.getAutowireMode() == AbstractBeanDefinition.AUTOWIRE_BY_TYPE)) {
			this.dynamic = true;
		}
		for (PropertyValue value : definition.getPropertyValues()) {
			visit(value.getValue());
		}
		if (definition.hasConstructorArgumentValues()) {
			definition.getConstructorArgumentValues().getIndexedArgumentValues().values().forEach(this::visit);
			definition.getConstructorArgumentValues().getGenericArgumentValues().forEach(this::visit);
		}
	}

	private void visit(@Nullable Object value) {
		if (value instanceof BeanReference reference) {
			this.names.add(reference.getBeanName());
		}
		else if (value instanceof ValueHolder holder) {
			visit(holder.getValue());
		}
		else if (value instanceof BeanDefinitionHolder holder) {
			visitDefinition(holder.getBeanDefinition());
		}
		else if (value instanceof BeanDefinition inner) {
			visitDefinition(inner);
		}
		else if (value instanceof Collection<?> values) {
			values.forEach(this::visit);
		}
		else if (value instanceof Map<?, ?> values) {
			values.keySet().forEach(this::visit);
			values.values().forEach(this::visit);
		}
		else if (value instanceof Object[] values) {
			for (Object element : values) {
				visit(element);
			}
		}
		else if (value instanceof TypedStringValue text) {
			visit(text.getValue());
		}
		else if (value instanceof String text) {
			this.dynamic |= text.contains("#{") || text.contains("${");
		}
	}

}
