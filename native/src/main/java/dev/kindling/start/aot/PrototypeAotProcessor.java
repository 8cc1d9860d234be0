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

import java.lang.reflect.Constructor;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.util.ClassUtils;

/**
 * A prototype can be asked for with arguments, for which the bean factory calls its
 * constructor by reflection, whatever code ahead-of-time processing wrote for it.
 */
class PrototypeAotProcessor implements BeanRegistrationAotProcessor {

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
		if (!registeredBean.getMergedBeanDefinition().isPrototype()
				|| registeredBean.getMergedBeanDefinition().getFactoryMethodName() != null) {
			return null;
		}
		Class<?> type = ClassUtils.getUserClass(registeredBean.getBeanClass());
		return (generationContext, code) -> {
			for (Constructor<?> constructor : type.getDeclaredConstructors()) {
				generationContext.getRuntimeHints()
					.reflection()
					.registerConstructor(constructor, ExecutableMode.INVOKE);
			}
		};
	}

}
