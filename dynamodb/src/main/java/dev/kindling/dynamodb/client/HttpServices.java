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

package dev.kindling.dynamodb.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;

import dev.kindling.dynamodb.DynamoDbConfigurationException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpService;

/**
 * The HTTP clients on the class path other than Kindling's own. Whether there are any is
 * read from files, in an executable while it is built, so that no service has to be
 * looked for at the start.
 */
public final class HttpServices {

	private static final String FILE = "META-INF/services/software.amazon.awssdk.http.SdkHttpService";

	private static final String OURS = "dev.kindling.http.";

	/**
	 * Whether an application has chosen another client by a dependency.
	 */
	public static final boolean OTHERS = !others(HttpServices.class.getClassLoader()).isEmpty();

	private HttpServices() {
	}

	/**
	 * The names of the other services.
	 */
	static List<String> others(@Nullable ClassLoader classLoader) {
		List<String> names = new ArrayList<>();
		try {
			Enumeration<URL> files = (classLoader != null) ? classLoader.getResources(FILE)
					: ClassLoader.getSystemResources(FILE);
			while (files.hasMoreElements()) {
				try (BufferedReader reader = new BufferedReader(
						new InputStreamReader(files.nextElement().openStream(), StandardCharsets.UTF_8))) {
					for (String line = reader.readLine(); line != null; line = reader.readLine()) {
						int comment = line.indexOf('#');
						String name = ((comment >= 0) ? line.substring(0, comment) : line).trim();
						if (!name.isEmpty() && !name.startsWith(OURS) && !names.contains(name)) {
							names.add(name);
						}
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Can't read " + FILE, ex);
		}
		return names;
	}

	/**
	 * The only other service.
	 * @throws DynamoDbConfigurationException if there are several
	 */
	public static SdkHttpService other(@Nullable ClassLoader classLoader) {
		SdkHttpService found = null;
		for (SdkHttpService service : ServiceLoader.load(SdkHttpService.class, classLoader)) {
			if (service.getClass().getName().startsWith(OURS)) {
				continue;
			}
			if (found != null) {
				throw new DynamoDbConfigurationException(
						"There are two HTTP clients for the AWS SDK, of " + found.getClass().getName() + " and "
								+ service.getClass().getName() + ".",
						"Exclude the dependency that brings one of them, or define a bean of type SdkHttpClient.");
			}
			found = service;
		}
		if (found == null) {
			throw new IllegalStateException(FILE + " names services that can't be loaded");
		}
		return found;
	}

}
