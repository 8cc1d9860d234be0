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

package dev.kindling.local.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a {@link Recorder} keeps, and where.
 *
 * @param directory gets a directory for each function
 * @param masked further names of headers, parameters and properties that are credentials
 * @param kept names that are masked by default, and shall not be
 * @param environment the functions' own variables: what by its name is a credential is
 * masked wherever it is
 */
public record RecorderSettings(Path directory, List<String> masked, List<String> kept,
		Map<String, String> environment) {

	public RecorderSettings {
		masked = List.copyOf(masked);
		kept = List.copyOf(kept);
		environment = Map.copyOf(environment);
	}

}
