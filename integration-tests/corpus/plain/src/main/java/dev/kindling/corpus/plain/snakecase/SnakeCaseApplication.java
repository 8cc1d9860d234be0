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

package dev.kindling.corpus.plain.snakecase;

import java.util.Objects;
import java.util.function.Function;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.kindling.function.http.HttpResponse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/**
 * Shows: what a naming strategy is for, and that events and answers keep AWS's names.
 */
@SpringBootApplication
public class SnakeCaseApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(SnakeCaseApplication.class, args);
	}

	@Bean
	Function<PlacedOrder, HttpResponse<Receipt>> snakecase() {
		return (order) -> HttpResponse.of(201, new Receipt(Objects.requireNonNull(order.orderId()) + "!"))
			.header("X-Order", order.orderId());
	}

	/**
	 * Natively the application has that of all.
	 */
	@Bean
	@ConditionalOnMissingBean
	Jackson2ObjectMapperBuilder snakecaseBuilder() {
		return Jackson2ObjectMapperBuilder.json().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
	}

	record PlacedOrder(String orderId) {
	}

	record Receipt(String receiptText) {
	}

}
