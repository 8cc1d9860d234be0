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

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Bound by setters.
 */
@ConfigurationProperties("configurationproperties.store")
class Store {

	private @Nullable String name;

	private int maxCustomers = 1;

	private final Opening opening = new Opening();

	@NestedConfigurationProperty
	private @Nullable Address address;

	private String[] tills = {};

	private Map<String, Integer> prices = new LinkedHashMap<>();

	private Map<String, List<Integer>> aisles = new LinkedHashMap<>();

	private final List<Shelf> shelves = new ArrayList<>();

	public @Nullable String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public int getMaxCustomers() {
		return this.maxCustomers;
	}

	public void setMaxCustomers(int maxCustomers) {
		this.maxCustomers = maxCustomers;
	}

	public Opening getOpening() {
		return this.opening;
	}

	public @Nullable Address getAddress() {
		return this.address;
	}

	public void setAddress(Address address) {
		this.address = address;
	}

	public String[] getTills() {
		return this.tills;
	}

	public void setTills(String[] tills) {
		this.tills = tills;
	}

	public Map<String, Integer> getPrices() {
		return this.prices;
	}

	public void setPrices(Map<String, Integer> prices) {
		this.prices = prices;
	}

	public Map<String, List<Integer>> getAisles() {
		return this.aisles;
	}

	public void setAisles(Map<String, List<Integer>> aisles) {
		this.aisles = aisles;
	}

	public List<Shelf> getShelves() {
		return this.shelves;
	}

	@Override
	public String toString() {
		return this.name + " " + this.maxCustomers + " " + this.opening + " " + this.address + " " + List.of(this.tills)
				+ " " + new TreeMap<>(this.prices) + " " + new TreeMap<>(this.aisles) + " " + this.shelves;
	}

	/**
	 * A nested class of values.
	 */
	static class Opening {

		private Duration from = Duration.ZERO;

		private Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);

		public Duration getFrom() {
			return this.from;
		}

		public void setFrom(Duration from) {
			this.from = from;
		}

		public Set<DayOfWeek> getDays() {
			return this.days;
		}

		public void setDays(Set<DayOfWeek> days) {
			this.days = days;
		}

		@Override
		public String toString() {
			return this.from + "/" + this.days;
		}

	}

	/**
	 * An element of a list.
	 */
	static class Shelf {

		private @Nullable String label;

		private int height = 1;

		public @Nullable String getLabel() {
			return this.label;
		}

		public void setLabel(String label) {
			this.label = label;
		}

		public int getHeight() {
			return this.height;
		}

		public void setHeight(int height) {
			this.height = height;
		}

		@Override
		public String toString() {
			return this.label + "/" + this.height;
		}

	}

}
