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

import java.lang.reflect.Field;
import java.util.List;

import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hints that libraries of the starter need and don't bring.
 */
class LibraryHintsUnitTests {

	private static RuntimeHints hints() {
		RuntimeHints hints = new RuntimeHints();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getName().startsWith("dev.kindling."))
			.forEach((registrar) -> registrar.registerHints(hints, LibraryHintsUnitTests.class.getClassLoader()));
		return hints;
	}

	@Test
	void jodaTimeFindsItsZones() {
		RuntimeHints hints = hints();
		DateTimeZone.getAvailableIDs()
			.stream()
			.map((id) -> "org/joda/time/tz/data/" + id)
			.filter((file) -> LibraryHintsUnitTests.class.getClassLoader().getResource(file) != null)
			.forEach((file) -> assertThat(RuntimeHintsPredicates.resource().forResource(file).test(hints)).as(file)
				.isTrue());
		assertThat(RuntimeHintsPredicates.resource().forResource("org/joda/time/tz/data/ZoneInfoMap").test(hints))
			.isTrue();
	}

	@Test
	void springsBuilderOfMappersMakesTheModuleForParameterNames() throws Exception {
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructor(ParameterNamesModule.class.getConstructor())
			.invoke()
			.test(hints())).isTrue();
	}

	@Test
	void caffeineFindsTheClassesOfACacheWhateverItsSpecification() throws Exception {
		RuntimeHints hints = hints();
		for (String spec : caffeineSpecifications()) {
			Object cache = Caffeine.from(spec).build((key) -> key).asMap();
			assertConstructible(hints, spec, cache.getClass());
			Field factory = ReflectionUtils.findField(cache.getClass(), "nodeFactory");
			if (factory != null) {
				ReflectionUtils.makeAccessible(factory);
				assertConstructible(hints, spec, factory.get(cache).getClass());
			}
		}
	}

	private static void assertConstructible(RuntimeHints hints, String spec, Class<?> type) {
		assertThat(type.getDeclaredConstructors())
			.allMatch(
					(constructor) -> type.getSimpleName().equals("UnboundedLocalCache")
							|| RuntimeHintsPredicates.reflection().onConstructor(constructor).invoke().test(hints),
					spec);
	}

	/** Every combination of what a specification can set. */
	private static List<String> caffeineSpecifications() {
		List<String> all = List.of("");
		for (List<String> choice : List.of(List.of("", "weakKeys"), List.of("", "weakValues", "softValues"),
				List.of("", "recordStats"), List.of("", "maximumSize=9"), List.of("", "expireAfterAccess=9s"),
				List.of("", "expireAfterWrite=9s"), List.of("", "refreshAfterWrite=9s"))) {
			all = all.stream()
				.flatMap((spec) -> choice.stream()
					.map((setting) -> (spec.isEmpty() || setting.isEmpty()) ? spec + setting : spec + "," + setting))
				.toList();
		}
		return all;
	}

}
