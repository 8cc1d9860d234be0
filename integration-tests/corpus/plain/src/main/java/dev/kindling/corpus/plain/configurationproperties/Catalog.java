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

package dev.kindling.corpus.plain.configurationproperties;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Bound by its constructor.
 */
@ConfigurationProperties("configurationproperties.catalog")
record Catalog(String title, Kind kind, @DefaultValue("20") int pages, List<Entry> entries, Map<String, Entry> byCode,
		@DefaultValue Entry featured, @DefaultValue( {
				"one", "two" }) List<String> chapters,
		Optional<String> subtitle, @Name("class") String category){

	/**
	 * An element, of a list and of a map.
	 */
	record Entry(@DefaultValue("nothing") String name, @DefaultValue Set<String> tags) {
	}

	/**
	 * A choice.
	 */
	enum Kind {

		LOOSE_LEAF, BAG

	}

}
