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

package dev.kindling.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * The functions and tables of an application, as ahead-of-time processing found them: for
 * tools, such as {@code kindling:sam}, that would have to look for them a second time
 * otherwise. It is written to {@code target/kindling/inventory.json}, whose form
 * {@code docs/inventory.md} describes.
 */
public final class Inventory {

	/**
	 * Counted up when a tool that reads the form can't read it any more; what is added
	 * leaves it as it is.
	 */
	static final int VERSION = 1;

	private final List<InventoryFunction> functions = new ArrayList<>();

	private final List<InventoryTable> tables = new ArrayList<>();

	private @Nullable String served;

	Inventory() {
	}

	/**
	 * Adds a function.
	 * @param function the function
	 */
	public void add(InventoryFunction function) {
		this.functions.add(function);
	}

	/**
	 * Adds the table of an entity.
	 * @param table the table
	 */
	public void add(InventoryTable table) {
		this.tables.add(table);
	}

	/**
	 * Sets the only function that is served, whatever handler is configured.
	 * @param name the name of a function of this inventory
	 */
	public void served(String name) {
		this.served = name;
	}

	/**
	 * The inventory in the form in which it is written.
	 * @return JSON, the same for the same functions and tables
	 */
	String json() {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("version", VERSION);
		values.put("served", this.served);
		values.put("functions", this.functions);
		values.put("tables", this.tables.stream().sorted(Comparator.comparing(InventoryTable::entity)).toList());
		try {
			return JsonMapper.builder()
				.enable(SerializationFeature.INDENT_OUTPUT)
				.defaultPropertyInclusion(
						JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
				.build()
				.writeValueAsString(values) + "\n";
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The inventory can't be written", ex);
		}
	}

}
