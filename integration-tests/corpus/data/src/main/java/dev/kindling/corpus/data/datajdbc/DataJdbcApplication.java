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

package dev.kindling.corpus.data.datajdbc;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Shows: Spring Data JDBC: an aggregate, derived and declared queries.
 */
@SpringBootApplication
public class DataJdbcApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(DataJdbcApplication.class, args);
	}

	@Bean
	Function<Basket, List<String>> datajdbc(BasketRepository baskets) {
		return (basket) -> {
			Basket saved = baskets.save(new Basket(null, basket.owner(), Set.copyOf(basket.items())));
			Basket found = baskets.findById(saved.id()).orElseThrow();
			return List.of(found.owner(), found.items().stream().map(Basket.Item::name).sorted().toList().toString(),
					String.valueOf(baskets.findByOwnerStartingWith("Z").size()),
					String.valueOf(baskets.countItems(saved.id())));
		};
	}

}
