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

package com.example.shop;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is in stock: taken and written down in one transaction.
 */
@Repository
@Transactional
public class Warehouse {

	private final JdbcTemplate jdbc;

	public Warehouse(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	public void take(String order, String article, int quantity) {
		this.jdbc.update("insert into taken (order_id, article, quantity) values (?, ?, ?)", order, article, quantity);
		int changed = this.jdbc.update("update article set stock = stock - ? where name = ? and stock >= ?", quantity,
				article, quantity);
		if (changed == 0) {
			throw new IllegalStateException("Out of stock: " + article);
		}
	}

}
