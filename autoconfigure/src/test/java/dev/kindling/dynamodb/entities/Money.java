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

package dev.kindling.dynamodb.entities;

/**
 * A value that only a converter of the application's knows.
 */
public final class Money {

	private final long cents;

	private final String currency;

	public Money(long cents, String currency) {
		this.cents = cents;
		this.currency = currency;
	}

	public static Money parse(String text) {
		int space = text.indexOf(' ');
		return new Money(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Money money && money.cents == this.cents && money.currency.equals(this.currency);
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.cents) * 31 + this.currency.hashCode();
	}

	@Override
	public String toString() {
		return this.cents + " " + this.currency;
	}

}
