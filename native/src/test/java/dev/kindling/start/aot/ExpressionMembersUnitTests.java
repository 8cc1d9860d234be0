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

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.context.event.EventListener;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What expressions in annotations call can be called in an executable.
 */
class ExpressionMembersUnitTests {

	private final RuntimeHints hints = new RuntimeHints();

	private void register(String member) {
		AnnotatedElement element = ReflectionUtils.findField(Expressions.class, member);
		Class<?>[] arguments = {};
		if (element == null) {
			var method = ReflectionUtils.findMethod(Expressions.class, member, (Class<?>[]) null);
			element = method;
			arguments = ExpressionMembersAotProcessor.types(method);
		}
		new ExpressionMembers(this.hints.reflection(), new Beans(), getClass().getClassLoader()).register(element,
				arguments);
	}

	private void assertInvoked(Class<?> type, String method, Class<?>... parameters) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethod(ReflectionUtils.findMethod(type, method, parameters))
			.invoke()).accepts(this.hints);
	}

	private void assertAccessible(Class<?> type, String field) {
		Predicate<RuntimeHints> predicate = RuntimeHintsPredicates.reflection().onField(type, field);
		assertThat(predicate).accepts(this.hints);
	}

	@Test
	void registersTheMembersOfATypeAndOfWhatTheyReturn() {
		register("locale");
		assertAccessible(Locale.class, "ROOT");
		assertInvoked(Locale.class, "toString");
		assertInvoked(String.class, "isEmpty");
	}

	@Test
	void registersThePropertiesOfABeanAndOfItsProperties() {
		register("price");
		assertInvoked(Shop.class, "getOffer");
		assertInvoked(Offer.class, "price");
		assertThat(RuntimeHintsPredicates.reflection().onMethod(Shop.class, "close").invoke()).rejects(this.hints);
	}

	@Test
	void registersWhatIsCalledOnTheValueOfAPlaceholder() {
		register("words");
		assertInvoked(String.class, "split", String.class);
	}

	@Test
	void registersThePropertiesOfAnEventAndOfArguments() {
		register("sold");
		assertInvoked(Offer.class, "price");
		register("cached");
		assertInvoked(String.class, "toUpperCase");
	}

	@Test
	void registersWhatAConditionCallsWithoutAName() {
		register("paid");
		assertInvoked(Offer.class, "price");
	}

	@Test
	void registersThePropertiesOfElementsOfArgumentsAndResults() {
		register("offers");
		assertInvoked(Offer.class, "price");
		assertInvoked(Shop.class, "getOffer");
	}

	@Test
	void leavesTextsThatAreNoExpressionsAlone() {
		register("mail");
		register("broken");
		assertThat(this.hints.reflection().typeHints()).isEmpty();
	}

	static class Expressions {

		@Value("#{T(java.util.Locale).ROOT.toString().isEmpty()}")
		boolean locale;

		@Value("#{shop.offer.price()}")
		int price;

		@Value("#{'${words}'.split(';')}")
		List<String> words;

		@Value("someone@example.com")
		String mail;

		@Value("#{shop.offer.")
		String broken;

		@EventListener(condition = "#offer.price > 10")
		void sold(Offer offer) {
		}

		@EventListener(condition = "event.price > 10")
		void paid(Offer offer) {
		}

		@Cacheable(cacheNames = "offers", unless = "#result.get(0).price > 10 or #shops['a'].offer == null")
		public List<Offer> offers(Map<String, Shop[]> shops) {
			return List.of();
		}

		@Cacheable(cacheNames = "names", key = "#name.toUpperCase()")
		public String cached(String name) {
			return name;
		}

	}

	public static class Shop {

		public Offer getOffer() {
			return new Offer(1);
		}

		public void close() {
		}

	}

	public record Offer(int price) {
	}

	private static final class Beans implements ExpressionMembers.BeanTypes {

		@Override
		public @Nullable Class<?> type(String name) {
			return Map.<String, Class<?>>of("shop", Shop.class).get(name);
		}

		@Override
		public @Nullable String property(String name) {
			return name.equals("words") ? "a;b" : null;
		}

	}

}
