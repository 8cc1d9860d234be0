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

package dev.kindling.corpus.plain.conditions;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.PropertySource;

/**
 * Shows: profiles, conditions and {@code @PropertySource}.
 */
@SpringBootApplication
@PropertySource("classpath:conditions/more.properties")
public class ConditionsApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(ConditionsApplication.class, args);
	}

	@Bean
	Supplier<Map<String, String>> conditions(Map<String, Feature> features, @Value("${conditions.more}") String more) {
		return () -> {
			Map<String, String> values = new TreeMap<>();
			features.forEach((name, feature) -> values.put(name, feature.value()));
			values.put("more", more);
			return values;
		};
	}

	@Bean
	@Profile("!production")
	Feature toys(ObjectProvider<Number> numbers) {
		return new Feature("toys");
	}

	@Bean
	@Profile("production")
	Feature machines() {
		return new Feature("machines");
	}

	@Bean
	@ConditionalOnProperty("conditions.lights")
	Feature lights(@Value("${conditions.lights}") String color) {
		return new Feature(color);
	}

	record Feature(String value) {
	}

}
