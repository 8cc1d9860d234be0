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

package dev.kindling.corpus.data.jdbc;

import java.util.Map;
import java.util.function.Function;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;

/**
 * Shows: {@code JdbcTemplate} and {@code JdbcClient} over H2, with {@code schema.sql},
 * {@code data.sql} and translated exceptions.
 */
@SpringBootApplication
public class JdbcApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(JdbcApplication.class, args);
	}

	@Bean
	Function<Book, Map<String, Object>> jdbc(BookRepository books) {
		return (book) -> {
			try {
				books.add(book);
			}
			catch (DataAccessException ex) {
				return Map.of("failure", ex.getClass().getSimpleName(), "count", books.count());
			}
			return Map.of("titles", books.titles(), "count", books.count());
		};
	}

}
