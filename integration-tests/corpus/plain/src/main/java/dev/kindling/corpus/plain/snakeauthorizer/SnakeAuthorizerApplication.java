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

package dev.kindling.corpus.plain.snakeauthorizer;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/**
 * Shows: an authorizer of one's own types under a naming strategy.
 */
@SpringBootApplication
public class SnakeAuthorizerApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(SnakeAuthorizerApplication.class, args);
	}

	@Bean
	Function<Ask, Answer> snakeauthorizer() {
		return (ask) -> new Answer(ask.routeArn().endsWith("GET/orders") && ask.identitySource().contains("user"));
	}

	/**
	 * Natively the application has that of all.
	 */
	@Bean
	@ConditionalOnMissingBean
	Jackson2ObjectMapperBuilder snakeauthorizerBuilder() {
		return Jackson2ObjectMapperBuilder.json().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
	}

	record Ask(String routeArn, List<String> identitySource) {
	}

	record Answer(boolean isAuthorized) {
	}

}
