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

package dev.kindling.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Header lines in their order, found by name in any case. Immutable. Values are sent as
 * UTF-8, and read as UTF-8 or, where they aren't, as ISO-8859-1.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5">RFC 9110, fields</a>
 */
public final class HttpHeaders {

	private static final HttpHeaders EMPTY = new HttpHeaders(new String[0]);

	private final String[] entries;

	private HttpHeaders(String[] entries) {
		this.entries = entries;
	}

	/**
	 * No headers.
	 * @return the empty headers
	 */
	public static HttpHeaders empty() {
		return EMPTY;
	}

	/**
	 * Headers of alternating names and values.
	 * @param namesAndValues name, value, name, value ...
	 * @return the headers
	 * @throws IllegalArgumentException if a value is missing, a name is no token, or a
	 * value holds CR, LF or NUL
	 */
	public static HttpHeaders of(String... namesAndValues) {
		if (namesAndValues.length % 2 != 0) {
			throw new IllegalArgumentException(
					"Headers come in pairs of name and value, but the last value is missing");
		}
		Builder builder = builder();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			builder.add(namesAndValues[i], namesAndValues[i + 1]);
		}
		return builder.build();
	}

	/**
	 * Starts new headers.
	 * @return an empty builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * The first value of a header.
	 * @param name the header's name, in any case
	 * @return the value, or {@code null} if there is no such header
	 */
	public @Nullable String first(String name) {
		for (int i = 0; i < this.entries.length; i += 2) {
			if (this.entries[i].equalsIgnoreCase(name)) {
				return this.entries[i + 1];
			}
		}
		return null;
	}

	/**
	 * All values of a header, in their order.
	 * @param name the header's name, in any case
	 * @return the values, possibly none
	 */
	public List<String> all(String name) {
		List<String> values = new ArrayList<>(1);
		for (int i = 0; i < this.entries.length; i += 2) {
			if (this.entries[i].equalsIgnoreCase(name)) {
				values.add(this.entries[i + 1]);
			}
		}
		return Collections.unmodifiableList(values);
	}

	/**
	 * Whether one of a header's comma-separated elements is {@code token}, in any case.
	 * @param name the header's name, in any case
	 * @param token what to look for
	 * @return {@code true} if it is listed
	 */
	public boolean lists(String name, String token) {
		for (int i = 0; i < this.entries.length; i += 2) {
			if (this.entries[i].equalsIgnoreCase(name) && HttpSyntax.lists(this.entries[i + 1], token)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Hands over each line, in its order.
	 * @param consumer takes name and value
	 */
	public void forEach(BiConsumer<String, String> consumer) {
		for (int i = 0; i < this.entries.length; i += 2) {
			consumer.accept(this.entries[i], this.entries[i + 1]);
		}
	}

	/**
	 * The number of lines.
	 * @return the number, repeated headers counted each time
	 */
	public int size() {
		return this.entries.length / 2;
	}

	/**
	 * The name of a line.
	 * @param index the line, from 0 on
	 * @return the name as it came
	 */
	public String name(int index) {
		return this.entries[index * 2];
	}

	/**
	 * The value of a line.
	 * @param index the line, from 0 on
	 * @return the value, without blanks around it
	 */
	public String value(int index) {
		return this.entries[index * 2 + 1];
	}

	/**
	 * Lists the names only: values may be secret.
	 */
	@Override
	public String toString() {
		StringBuilder names = new StringBuilder("HttpHeaders[");
		for (int i = 0; i < size(); i++) {
			names.append((i > 0) ? ", " : "").append(name(i));
		}
		return names.append(']').toString();
	}

	/**
	 * Collects headers. Not thread-safe.
	 */
	public static final class Builder {

		private String[] entries = new String[16];

		private int length;

		private Builder() {
		}

		/**
		 * Adds a line, whether or not there is one of that name.
		 * @param name the header's name
		 * @param value its value
		 * @return this builder
		 * @throws IllegalArgumentException if the name is no token or the value holds CR,
		 * LF or NUL; the message names the header and not the value
		 */
		public Builder add(String name, String value) {
			HttpSyntax.requireHeader(name, value);
			return addUnchecked(name, value);
		}

		/**
		 * Puts a line in place of all of that name.
		 * @param name the header's name
		 * @param value its value
		 * @return this builder
		 * @throws IllegalArgumentException as with {@link #add}
		 */
		public Builder set(String name, String value) {
			HttpSyntax.requireHeader(name, value);
			return remove(name).addUnchecked(name, value);
		}

		/**
		 * Drops all lines of that name.
		 * @param name the header's name, in any case
		 * @return this builder
		 */
		public Builder remove(String name) {
			int kept = 0;
			for (int i = 0; i < this.length; i += 2) {
				if (!this.entries[i].equalsIgnoreCase(name)) {
					this.entries[kept++] = this.entries[i];
					this.entries[kept++] = this.entries[i + 1];
				}
			}
			this.length = kept;
			return this;
		}

		Builder addUnchecked(String name, String value) {
			if (this.length == this.entries.length) {
				this.entries = Arrays.copyOf(this.entries, this.length * 2);
			}
			this.entries[this.length++] = name;
			this.entries[this.length++] = value;
			return this;
		}

		/**
		 * Goes on with the value of the last line.
		 */
		void unfold(String more) {
			String value = this.entries[this.length - 1];
			this.entries[this.length - 1] = value.isEmpty() ? more : more.isEmpty() ? value : value + ' ' + more;
		}

		/**
		 * Makes the headers.
		 * @return the headers
		 */
		public HttpHeaders build() {
			return (this.length != 0) ? new HttpHeaders(Arrays.copyOf(this.entries, this.length)) : EMPTY;
		}

	}

}
