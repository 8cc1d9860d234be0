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

package org.jspecify.parts;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Has a destroy method that does something only if somebody waits for what it returns.
 */
public final class DestroyedBean {

	private boolean destroyed;

	DestroyedBean() {
	}

	/**
	 * Frees what it holds.
	 * @return ends when that is done
	 */
	public Mono<Void> close() {
		return Mono.fromRunnable(() -> this.destroyed = true);
	}

	static String destroy() {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		RootBeanDefinition definition = new RootBeanDefinition(DestroyedBean.class, DestroyedBean::new);
		definition.setDestroyMethodName("close");
		beans.registerBeanDefinition("destroyed", definition);
		DestroyedBean bean = (DestroyedBean) beans.getBean("destroyed");
		beans.destroySingletons();
		return bean.destroyed ? "destroyed" : "not waited for";
	}

}
