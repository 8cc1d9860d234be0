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

package dev.kindling.corpus.plain.expressions;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class Settings {

	@Value("#{expressionRates.base * 2 + 2}")
	private int answer;

	@Value("#{expressionRates.currencies().?[#this != 'JPY']}")
	private List<String> selected;

	@Value("#{'${expressions.list}'.split(';')}")
	private String[] list;

	@Value("#{${expressions.map}}")
	private Map<String, Integer> map;

	@Value("#{environment['expressions.missing'] ?: 'none'}")
	private String missing;

	@Value("${expressions.timeout:15s}")
	private Duration timeout;

	private final String upper;

	Settings(
			@Value("#{T(java.util.Locale).ROOT.toString().isEmpty() ? '${expressions.list}'.toUpperCase() : ''}") String upper) {
		this.upper = upper;
	}

	Map<String, Object> all() {
		return Map.of("answer", this.answer, "selected", this.selected, "list", this.list, "map", this.map, "missing",
				this.missing, "timeout", this.timeout, "upper", this.upper);
	}

}
