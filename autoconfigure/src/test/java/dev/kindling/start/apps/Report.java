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

package dev.kindling.start.apps;

import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What an application notes about itself, to be compared between its starts.
 */
public class Report extends ConcurrentSkipListMap<String, Object> {

	private static final long serialVersionUID = 1L;

	private final StringBuilder order = new StringBuilder();

	public Report note(String name, Object value) {
		put(name, String.valueOf(value));
		return this;
	}

	public void happened(String what) {
		this.order.append(what).append(' ');
		put("order", this.order.toString());
	}

}
