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

package dev.kindling.corpus.data.strictevents;

import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Shows: AWS's classes with properties that they don't know, where those of the
 * application may have none.
 */
@SpringBootApplication
public class StrictEventsApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(StrictEventsApplication.class, args);
	}

	@Bean
	Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> strictevents() {
		return (event) -> APIGatewayV2HTTPResponse.builder()
			.withStatusCode(203)
			.withBody(event.getRawPath() + " " + event.getRequestContext().getHttp().getMethod())
			.build();
	}

	@Bean
	Jackson2ObjectMapperBuilderCustomizer strict() {
		return (builder) -> builder.failOnUnknownProperties(true);
	}

}
