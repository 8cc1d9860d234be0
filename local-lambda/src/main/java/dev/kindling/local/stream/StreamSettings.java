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

package dev.kindling.local.stream;

/**
 * How a table's changes come to a function.
 *
 * @param function the function's name
 * @param table the table's name
 * @param start where it begins
 * @param batchSize how many records an event has at most, 1 to 1000
 * @param retries how often a batch that failed is tried again, before it is given up
 * @param reportsItemFailures whether the function's answer names the record that failed
 * @param region what {@code awsRegion} says
 */
public record StreamSettings(String function, String table, StartingPosition start, int batchSize, int retries,
		boolean reportsItemFailures, String region) {

	/**
	 * Refuses what can't be read.
	 */
	public StreamSettings {
		if (batchSize < 1 || batchSize > 1000) {
			throw new IllegalArgumentException("A batch has from 1 to 1000 records, not " + batchSize);
		}
	}

}
