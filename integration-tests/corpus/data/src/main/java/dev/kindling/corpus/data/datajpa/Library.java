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

package dev.kindling.corpus.data.datajpa;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class Library {

	private final AuthorRepository authors;

	Library(AuthorRepository authors) {
		this.authors = authors;
	}

	public void add(String name, String title) {
		Author author = this.authors.findByName(name).orElseGet(() -> this.authors.save(new Author(name)));
		author.works().add(new Work(author, title));
		author.tag("about " + title);
	}

	@Transactional(readOnly = true)
	public List<String> describe(String name) {
		Author author = this.authors.findByName(name).orElseThrow();
		return List.of(author.tags().toString(),
				this.authors.titles(name)
					.stream()
					.map((title) -> title.getTitle() + " by " + title.getAuthor())
					.toList()
					.toString(),
				String.valueOf(this.authors.count()), author.works().get(0).author().name());
	}

}
