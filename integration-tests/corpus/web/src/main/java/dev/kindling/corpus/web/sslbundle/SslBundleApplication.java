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

package dev.kindling.corpus.web.sslbundle;

import java.util.Map;
import java.util.function.Function;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.web.client.RestClientSsl;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Shows: {@code RestClient} with an SSL bundle.
 */
@SpringBootApplication
public class SslBundleApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(SslBundleApplication.class, args);
	}

	@Bean
	Function<String, Map<String, Object>> sslbundle(RestClient.Builder builder, RestClientSsl ssl,
			@Value("${corpus.https}") String url) {
		RestClient trusting = builder.clone().baseUrl(url).apply(ssl.fromBundle("corpus")).build();
		RestClient other = RestClient.builder().requestFactory(new JdkClientHttpRequestFactory()).baseUrl(url).build();
		return (id) -> Map.of("with", id(trusting, id), "without", id(other, id));
	}

	private static String id(RestClient client, String id) {
		try {
			return String.valueOf(client.get().uri("/items/{id}", id).retrieve().body(Map.class).get("id"));
		}
		catch (ResourceAccessException ex) {
			return "refused";
		}
	}

}
