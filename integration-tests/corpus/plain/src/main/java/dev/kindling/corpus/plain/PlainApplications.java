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

package dev.kindling.corpus.plain;

import dev.kindling.corpus.plain.functionalbeans.FunctionalBeans;
import dev.kindling.corpus.plain.kotlinbeans.BakeryKt;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.AnnotationMetadata;

/**
 * All applications of this module in one, so that one executable has to be built;
 * {@code _HANDLER} names the application. Each of them switches on auto-configuration.
 */
@SpringBootConfiguration
@ComponentScan
@Import(PlainApplications.Registrar.class)
public class PlainApplications {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(PlainApplications.class, args);
	}

	/**
	 * Registers what an application's own {@code main} registers.
	 */
	static class Registrar implements ImportBeanDefinitionRegistrar {

		@Override
		public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
			GenericApplicationContext context = new GenericApplicationContext();
			new FunctionalBeans().initialize(context);
			BakeryKt.getKitchen().initialize(context);
			for (String name : context.getBeanDefinitionNames()) {
				registry.registerBeanDefinition(name, context.getBeanDefinition(name));
			}
		}

	}

}
