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

package dev.kindling.corpus.plain.observed;

import java.util.Map;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Shows: {@code @Observed} and {@code @Timed} with Spring Boot's aspects.
 */
@SpringBootApplication
public class ObservedApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(ObservedApplication.class, args);
	}

	@Bean
	Function<Map<String, String>, Map<String, Object>> observed(Shop shop, MeterRegistry registry) {
		return (event) -> Map.of("sold", shop.sell(event.get("item")), "observed",
				registry.find("shop.sell").timer() != null, "tagged",
				registry.find("shop.sell").tag("place", "corner").timer() != null, "timed",
				registry.find("shop.stock").timer() != null);
	}

}
