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

package dev.kindling.corpus.harness;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The services that applications need, each started when the first one asks for it.
 */
final class Services implements AutoCloseable {

	private final Map<String, Service> running = new LinkedHashMap<>();

	/**
	 * Why applications can't run here.
	 * @param names the services that they need
	 * @return what is missing, or an empty text
	 */
	static String missing(List<String> names) {
		return (names.contains("postgresql") && !Postgresql.isInstalled())
				? "PostgreSQL isn't installed: apt-get install postgresql" : "";
	}

	/**
	 * Whether applications that don't ask for a service can have it all the same. A
	 * database would take the place of their own.
	 */
	static boolean isForAll(String name) {
		return !name.equals("postgresql");
	}

	/**
	 * Starts what isn't running.
	 * @param names the services
	 * @return the environment variables by which they are found
	 */
	synchronized Map<String, String> start(List<String> names) {
		Map<String, String> environment = new HashMap<>();
		for (String name : names) {
			environment.putAll(this.running.computeIfAbsent(name, Services::create).environment());
		}
		return environment;
	}

	private static Service create(String name) {
		return switch (name) {
			case "postgresql" -> new Postgresql();
			case "http" -> new HttpService();
			default -> throw new IllegalArgumentException("There is no service " + name);
		};
	}

	@Override
	public synchronized void close() {
		this.running.values().forEach(Service::close);
		this.running.clear();
	}

}
