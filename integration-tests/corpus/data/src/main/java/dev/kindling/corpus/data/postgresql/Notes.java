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

package dev.kindling.corpus.data.postgresql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class Notes {

	private final JdbcTemplate jdbc;

	Notes(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional
	public List<String> add(String text) {
		this.jdbc.execute("create temporary table if not exists note (id uuid primary key, text varchar(40) unique,"
				+ " at timestamptz, more jsonb)");
		UUID id = UUID.nameUUIDFromBytes(text.getBytes());
		try {
			this.jdbc.update("insert into note values (?, ?, ?, ?::jsonb) on conflict (id) do nothing", id, text,
					java.sql.Timestamp.from(Instant.EPOCH), "{\"length\": " + text.length() + "}");
		}
		catch (DuplicateKeyException ex) {
			return List.of("duplicate");
		}
		return this.jdbc.query("select text, more ->> 'length' as length, at from note order by text",
				(row, number) -> Map
					.of("text", row.getString("text"), "length", row.getInt("length"), "at",
							row.getTimestamp("at").toInstant())
					.get("text") + " " + row.getInt("length"));
	}

}
