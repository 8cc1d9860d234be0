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

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BookRepository {

	private final JdbcTemplate template;

	private final JdbcClient client;

	BookRepository(JdbcTemplate template, JdbcClient client) {
		this.template = template;
		this.client = client;
	}

	public void add(Book book) {
		this.template.update("insert into book (id, title, pages) values (?, ?, ?)", book.id(), book.title(),
				book.pages());
	}

	public List<String> titles() {
		return this.client.sql("select id, title, pages from book where pages > :pages order by id")
			.param("pages", 10)
			.query(Book.class)
			.list()
			.stream()
			.map(Book::title)
			.toList();
	}

	public int count() {
		return this.template.queryForObject("select count(*) from book", Integer.class);
	}

}
