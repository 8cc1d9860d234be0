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

package dev.kindling.corpus.plain.namelookups;

import java.util.TreeMap;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

@Component
class Commands implements BeanFactoryAware {

	private final ApplicationContext context;

	private BeanFactory beanFactory;

	Commands(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) throws BeansException {
		this.beanFactory = beanFactory;
	}

	String run(String command) {
		return this.beanFactory.containsBean(command) ? this.beanFactory.getBean(command, Command.class).run()
				: "no " + command;
	}

	String described() {
		TreeMap<String, String> handled = new TreeMap<>();
		this.context.getBeansWithAnnotation(Handles.class)
			.forEach((name, bean) -> handled.put(name, this.context.findAnnotationOnBean(name, Handles.class).value()));
		Resource resource = this.context.getResource("classpath:namelookups/notes.txt");
		return handled + " " + resource.exists() + " " + this.context.getEnvironment().getProperty("namelookups.color");
	}

}
