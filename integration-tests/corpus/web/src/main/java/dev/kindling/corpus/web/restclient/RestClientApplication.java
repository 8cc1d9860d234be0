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

package dev.kindling.corpus.web.restclient;

import java.util.Map;
import java.util.function.Function;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.client.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * Shows: {@code RestClient} from Spring Boot's builder, with a customizer and an error.
 */
@SpringBootApplication
public class RestClientApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(RestClientApplication.class, args);
	}

	@Bean
	RestClientCustomizer named() {
		return (builder) -> builder.defaultHeader("X-Client", "corpus");
	}

	@Bean
	Function<Map<String, String>, Object> restclient(RestClient.Builder builder, @Value("${corpus.http}") String url) {
		RestClient client = builder.baseUrl(url).build();
		return (event) -> {
			try {
				Item item = client.post()
					.uri("/{kind}/{id}?color={color}", event.get("kind"), event.get("id"), "blue")
					.body(new Order(event.get("id"), 3))
					.retrieve()
					.body(Item.class);
				return item.id() + " " + item.method() + " " + item.query() + " " + item.length() + " " + item.client();
			}
			catch (HttpClientErrorException.NotFound ex) {
				return "not found: " + ex.getResponseBodyAs(Problem.class).title();
			}
		};
	}

	record Order(String item, int quantity) {
	}

	record Item(String id, String method, String query, int length, String client) {
	}

	record Problem(String title) {
	}

}
