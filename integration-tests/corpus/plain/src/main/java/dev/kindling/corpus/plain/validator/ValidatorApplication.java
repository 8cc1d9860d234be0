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

package dev.kindling.corpus.plain.validator;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Shows: an injected {@code Validator}, a constraint of one's own, and texts in
 * {@code messages.properties}.
 */
@SpringBootApplication
public class ValidatorApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(ValidatorApplication.class, args);
	}

	@Bean
	Function<Order, List<String>> validator(Validator validator) {
		return (order) -> validator.validate(order)
			.stream()
			.sorted(Comparator
				.comparing((ConstraintViolation<Order> violation) -> violation.getPropertyPath().toString()))
			.map((violation) -> violation.getPropertyPath() + " " + violation.getMessage())
			.toList();
	}

	record Order(@NotBlank(message = "{order.item}") String item, @Max(10) int quantity, @CountryCode String country) {
	}

}
