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

package dev.kindling.corpus.web.httpinterface;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Shows: an HTTP interface client over {@code RestClient}.
 */
@SpringBootApplication
public class HttpInterfaceApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(HttpInterfaceApplication.class, args);
	}

	@Bean
	ItemClient itemClient(RestClient.Builder builder, @Value("${corpus.http}") String url) {
		RestClientAdapter adapter = RestClientAdapter.create(builder.baseUrl(url).build());
		return HttpServiceProxyFactory.builderFor(adapter).build().createClient(ItemClient.class);
	}

	@Bean
	Function<Map<String, String>, List<String>> httpinterface(ItemClient items) {
		return (event) -> {
			ItemClient.Item item = items.item(event.get("id"), "green");
			ItemClient.Item created = items.put(event.get("id"), new ItemClient.Change(event.get("note")));
			return List.of(item.method() + " " + item.id() + " " + item.query(),
					created.method() + " " + created.length());
		};
	}

}
