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

package dev.kindling.corpus.plain.profiles;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

@ConfigurationProperties("profiles")
record Stage(String stage, Duration timeout, DataSize limit, List<String> list, Map<String, Integer> map,
		@DefaultValue("none") String camelCase) {

	List<String> texts() {
		return List.of(this.stage, String.valueOf(this.timeout), String.valueOf(this.limit), String.valueOf(this.list),
				String.valueOf(this.map), this.camelCase);
	}

}
