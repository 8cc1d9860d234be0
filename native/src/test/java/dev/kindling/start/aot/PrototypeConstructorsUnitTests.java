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

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prototypes, which a bean factory makes by reflection where it is given arguments.
 */
class PrototypeConstructorsUnitTests {

	private static RuntimeHints process(Consumer<GenericApplicationContext> beans) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		beans.accept(context);
		TestGenerationContext generation = new TestGenerationContext();
		new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		return generation.getRuntimeHints();
	}

	private static boolean constructs(RuntimeHints hints, Class<?> type, Class<?>... parameters) throws Exception {
		return RuntimeHintsPredicates.reflection()
			.onConstructor(type.getDeclaredConstructor(parameters))
			.invoke()
			.test(hints);
	}

	@Test
	void canBeCalledWithTheArgumentsThatAPrototypeIsAskedForWith() throws Exception {
		RuntimeHints hints = process((context) -> {
			context.registerBean("basket", Basket.class);
			context.getBeanDefinition("basket").setScope(BeanDefinition.SCOPE_PROTOTYPE);
			context.registerBean("shop", Shop.class);
		});
		assertThat(constructs(hints, Basket.class, String.class, int.class)).isTrue();
		assertThat(constructs(hints, Shop.class, String.class)).as("a singleton").isFalse();
	}

	@Test
	void areNotNeededWhereAMethodMakesThePrototype() throws Exception {
		RuntimeHints hints = process((context) -> context.registerBean(Baskets.class));
		assertThat(constructs(hints, Basket.class, String.class, int.class)).isFalse();
	}

	static class Basket {

		Basket() {
			this("nobody", 0);
		}

		Basket(String owner, int size) {
		}

	}

	static class Shop {

		Shop(String name) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Baskets {

		@Bean
		@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
		Basket basket() {
			return new Basket();
		}

	}

}
