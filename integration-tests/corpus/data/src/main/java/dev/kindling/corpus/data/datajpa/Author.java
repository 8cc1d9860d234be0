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

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;

/**
 * Somebody who writes.
 */
@Entity
public class Author {

	@Id
	@GeneratedValue
	private Long id;

	private String name;

	@Convert(converter = TagsConverter.class)
	private List<Tag> tags = new ArrayList<>();

	@OneToMany(mappedBy = "author", cascade = CascadeType.ALL)
	private List<Work> works = new ArrayList<>();

	/**
	 * For JPA.
	 */
	protected Author() {
	}

	Author(String name) {
		this.name = name;
	}

	Long id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	List<Tag> tags() {
		return this.tags;
	}

	void tag(String tag) {
		List<Tag> more = new ArrayList<>(this.tags);
		more.add(new Tag(tag, more.size()));
		this.tags = more;
	}

	List<Work> works() {
		return this.works;
	}

	record Tag(String text, int position) {
	}

}
