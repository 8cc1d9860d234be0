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

package dev.kindling.maven.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Sizes as people read and write them. A megabyte has 1 000 000 bytes.
 */
public final class Sizes {

	private static final long KILO = 1_000;

	private static final long MEGA = 1_000_000;

	/**
	 * Lambda fetches and unpacks a zip before the executable starts: so much for any, and
	 * so much for each megabyte.
	 */
	private static final int INIT_BASE_MILLIS = 10;

	private static final int INIT_MIN_MILLIS_PER_MEGABYTE = 5;

	private static final int INIT_MAX_MILLIS_PER_MEGABYTE = 8;

	private Sizes() {
	}

	/**
	 * Writes a size in megabytes.
	 * @param bytes the size
	 * @return such as {@code 38.5 MB}
	 */
	public static String megabytes(long bytes) {
		return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGA), 1, RoundingMode.HALF_UP) + " MB";
	}

	/**
	 * Estimates what a zip of this size costs at a cold start, before the executable
	 * runs.
	 * @param zippedBytes the size
	 * @return from and to, in milliseconds
	 */
	public static String estimatedInit(long zippedBytes) {
		long from = INIT_BASE_MILLIS + zippedBytes * INIT_MIN_MILLIS_PER_MEGABYTE / MEGA;
		long to = INIT_BASE_MILLIS + zippedBytes * INIT_MAX_MILLIS_PER_MEGABYTE / MEGA;
		return from + " to " + to + " ms";
	}

	/**
	 * Reads a size.
	 * @param text such as {@code 40 MB}, {@code 38.5MB}, {@code 900 kB} or a number of
	 * bytes
	 * @return bytes
	 * @throws IllegalArgumentException if it is none
	 */
	public static long parse(String text) {
		String value = text.strip().toUpperCase(Locale.ROOT);
		long unit = 1;
		if (value.endsWith("MB")) {
			unit = MEGA;
		}
		else if (value.endsWith("KB")) {
			unit = KILO;
		}
		String number = (unit > 1) ? value.substring(0, value.length() - 2).strip() : value;
		try {
			return new BigDecimal(number).multiply(BigDecimal.valueOf(unit)).longValueExact();
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw new IllegalArgumentException("'" + text + "' is no size. Write it like 40 MB, 900 kB or 1500000.");
		}
	}

}
