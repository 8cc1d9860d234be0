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

package dev.kindling.corpus.plain.snakeevents;

import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/**
 * Shows: AWS's classes of events and answers under a naming strategy.
 */
@SpringBootApplication
public class SnakeEventsApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(SnakeEventsApplication.class, args);
	}

	@Bean
	Function<SQSEvent, SQSBatchResponse> snakeevents() {
		return (event) -> new SQSBatchResponse(event.getRecords()
			.stream()
			.filter((message) -> message.getBody().equals("bad"))
			.map((message) -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
			.toList());
	}

	/**
	 * Natively the application has that of all.
	 */
	@Bean
	@ConditionalOnMissingBean
	Jackson2ObjectMapperBuilder snakeeventsBuilder() {
		return Jackson2ObjectMapperBuilder.json().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
	}

}
