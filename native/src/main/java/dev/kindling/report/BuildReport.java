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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * What ahead-of-time processing finds out about an application and decides for its
 * executable. Each processor adds its part; all of it is written to
 * {@code target/kindling/report.md} and {@code report.json} when the last is done.
 */
public final class BuildReport {

	private static final String BEAN_NAME = BuildReport.class.getName();

	private final Map<String, String> facts = new LinkedHashMap<>();

	private final Map<String, String> functions = new LinkedHashMap<>();

	private final List<Removal> removed = new ArrayList<>();

	private final Map<String, String> kept = new LinkedHashMap<>();

	private final List<String> warnings = new ArrayList<>();

	private final Inventory inventory = new Inventory();

	private @Nullable ReportFiles files;

	private BuildReport() {
	}

	/**
	 * The report on an application, which its bean factory holds.
	 * @param beanFactory the application's bean factory
	 * @return the same report for the same bean factory
	 */
	public static BuildReport of(ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getSingleton(BEAN_NAME) instanceof BuildReport report) {
			return report;
		}
		BuildReport report = new BuildReport();
		beanFactory.registerSingleton(BEAN_NAME, report);
		return report;
	}

	/**
	 * What tools read of the application.
	 * @return its inventory, to be added to
	 */
	public Inventory inventory() {
		return this.inventory;
	}

	/**
	 * Adds something that was decided.
	 * @param name what is decided, such as {@code start}
	 * @param value how, and why
	 */
	public void fact(String name, String value) {
		this.facts.put(name, value);
	}

	/**
	 * Adds a function.
	 * @param name the bean's name
	 * @param types what it takes and gives
	 */
	public void function(String name, String types) {
		this.functions.put(name, types);
	}

	/**
	 * Adds what left the executable.
	 * @param kind {@code bean}, {@code hint} or {@code part}
	 * @param name its name
	 * @param entry the entry of Kindling's lists that it belongs to
	 * @param reason why it can leave
	 */
	public void left(String kind, String name, String entry, String reason) {
		this.removed.add(new Removal(kind, name, entry, reason));
	}

	/**
	 * Adds a bean that stays.
	 * @param name the bean's name
	 * @param reason what keeps it in
	 */
	public void kept(String name, String reason) {
		this.kept.put(name, reason);
	}

	/**
	 * Adds what may go wrong in the executable.
	 * @param warning what, where, and what to do
	 */
	public void warning(String warning) {
		this.warnings.add(warning);
	}

	/**
	 * Writes the report to its files, once these are known.
	 */
	public void write() {
		if (this.files != null) {
			this.files.write(this);
		}
	}

	void files(ReportFiles files) {
		this.files = files;
	}

	Map<String, String> facts() {
		return this.facts;
	}

	Map<String, String> functions() {
		return this.functions;
	}

	List<Removal> removed() {
		return this.removed;
	}

	Map<String, String> kept() {
		return this.kept;
	}

	List<String> warnings() {
		return this.warnings;
	}

	/**
	 * What left the executable.
	 *
	 * @param kind bean, hint or part
	 * @param name its name
	 * @param entry the entry of Kindling's lists that it belongs to
	 * @param reason why it can leave
	 */
	record Removal(String kind, String name, String entry, String reason) {
	}

}
