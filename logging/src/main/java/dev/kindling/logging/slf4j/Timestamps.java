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

package dev.kindling.logging.slf4j;

/**
 * Writes points in time as ISO 8601 has them, in UTC and with milliseconds. The JDK's
 * formatter needs locales and some hundred classes for that.
 */
final class Timestamps {

	private static final long DAY = 86_400_000L;

	private static final int DAYS_OF_400_YEARS = 146_097;

	/** From the first of March of the year 0 to 1970. */
	private static final int DAYS_TO_1970 = 719_468;

	private Timestamps() {
	}

	/**
	 * Appends a time like {@code 2026-11-24T18:41:13.123Z}.
	 * @param target to append to
	 * @param millis since 1970; years 0 to 9999
	 */
	static void append(StringBuilder target, long millis) {
		long days = Math.floorDiv(millis, DAY);
		int rest = (int) Math.floorMod(millis, DAY);
		appendDate(target, days);
		target.append('T');
		digits(target, rest / 3_600_000, 2);
		target.append(':');
		digits(target, rest / 60_000 % 60, 2);
		target.append(':');
		digits(target, rest / 1000 % 60, 2);
		target.append('.');
		digits(target, rest % 1000, 3);
		target.append('Z');
	}

	/**
	 * Counts years from March on, so that the leap day is the last one.
	 */
	private static void appendDate(StringBuilder target, long days) {
		long shifted = days + DAYS_TO_1970;
		long era = Math.floorDiv(shifted, DAYS_OF_400_YEARS);
		int dayOfEra = Math.floorMod(shifted, DAYS_OF_400_YEARS);
		int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
		int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
		int monthFromMarch = (5 * dayOfYear + 2) / 153;
		int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
		int month = (monthFromMarch < 10) ? monthFromMarch + 3 : monthFromMarch - 9;
		int year = (int) (yearOfEra + era * 400) + ((month <= 2) ? 1 : 0);
		digits(target, year, 4);
		target.append('-');
		digits(target, month, 2);
		target.append('-');
		digits(target, day, 2);
	}

	private static void digits(StringBuilder target, int number, int count) {
		int divisor = 1;
		for (int i = 1; i < count; i++) {
			divisor *= 10;
		}
		for (; divisor > 0; divisor /= 10) {
			target.append((char) ('0' + number / divisor % 10));
		}
	}

}
