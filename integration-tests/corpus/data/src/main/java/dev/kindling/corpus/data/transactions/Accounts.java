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

package dev.kindling.corpus.data.transactions;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class Accounts {

	private final JdbcTemplate jdbc;

	Accounts(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	public void add(String account, int amount) {
		this.jdbc.update("update account set balance = balance + ? where name = ?", amount, account);
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void note(Transfer transfer) {
		this.jdbc.update("insert into attempt (amount) values (?)", transfer.amount());
	}

	@Transactional(readOnly = true)
	public int balance(String account) {
		return this.jdbc.queryForObject("select balance from account where name = ?", Integer.class, account);
	}

	public int attempts() {
		return this.jdbc.queryForObject("select count(*) from attempt", Integer.class);
	}

}
