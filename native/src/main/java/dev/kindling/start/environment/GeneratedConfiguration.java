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

package dev.kindling.start.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The {@link LeanConfiguration} that ahead-of-time processing generated, read while the
 * executable is built: each constant lets the analysis drop what it rules out.
 */
public final class GeneratedConfiguration {

	/**
	 * Names the generated class; written by ahead-of-time processing.
	 */
	public static final String RESOURCE = "META-INF/kindling/lean-application";

	/**
	 * What was generated, or {@code null} if the application wasn't processed ahead of
	 * time, or can't start lean.
	 */
	public static final @Nullable LeanConfiguration INSTANCE = load();

	static final boolean USES_CONVERSION = INSTANCE == null || INSTANCE.usesConversion();

	static final boolean READS_CONFIGURATION = INSTANCE != null && INSTANCE.readsConfiguration();

	static final boolean USES_RANDOM_VALUES = INSTANCE == null || INSTANCE.usesRandomValues();

	static final boolean USES_CLOUD_PLATFORMS = INSTANCE == null || INSTANCE.usesCloudPlatforms();

	static final LeanDocument[] DOCUMENTS = (INSTANCE != null) ? INSTANCE.documents() : new LeanDocument[0];

	static final String[] ACTIVE_PROFILES = (INSTANCE != null) ? INSTANCE.activeProfiles() : new String[0];

	private GeneratedConfiguration() {
	}

	private static @Nullable LeanConfiguration load() {
		ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
		try (InputStream resource = classLoader.getResourceAsStream(RESOURCE)) {
			if (resource == null) {
				return null;
			}
			String name = new String(resource.readAllBytes(), StandardCharsets.UTF_8).trim();
			return (LeanConfiguration) Class.forName(name, true, classLoader).getDeclaredConstructor().newInstance();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Can't read " + RESOURCE, ex);
		}
		catch (ClassNotFoundException | NoSuchMethodException | InstantiationException | IllegalAccessException
				| InvocationTargetException ex) {
			throw new IllegalStateException(
					RESOURCE + " doesn't name a generated application: clean the build and repeat it", ex);
		}
	}

}
