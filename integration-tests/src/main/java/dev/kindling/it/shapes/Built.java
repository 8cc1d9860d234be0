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

package dev.kindling.it.shapes;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * Something that only its builder makes.
 */
@JsonDeserialize(builder = Built.Builder.class)
final class Built {

	private final String name;

	private Built(String name) {
		this.name = name;
	}

	String name() {
		return this.name;
	}

	/**
	 * The builder.
	 */
	@JsonPOJOBuilder(withPrefix = "with")
	static final class Builder {

		private String name = "";

		/**
		 * Sets the name.
		 * @param name the name
		 * @return this builder
		 */
		public Builder withName(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Makes the object.
		 * @return the object
		 */
		public Built build() {
			return new Built(this.name);
		}

	}

}
