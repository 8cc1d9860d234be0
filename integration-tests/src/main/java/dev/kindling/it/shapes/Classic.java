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

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A bean with getters and setters.
 */
public class Classic {

	@JsonProperty("at")
	private Instant moment = Instant.EPOCH;

	private Optional<String> note = Optional.empty();

	/**
	 * The time.
	 * @return the time
	 */
	public Instant getMoment() {
		return this.moment;
	}

	/**
	 * Sets the time.
	 * @param moment the time
	 */
	public void setMoment(Instant moment) {
		this.moment = moment;
	}

	/**
	 * The note.
	 * @return the note, if there is one
	 */
	public Optional<String> getNote() {
		return this.note;
	}

	/**
	 * Sets the note.
	 * @param note the note
	 */
	public void setNote(Optional<String> note) {
		this.note = note;
	}

}
