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

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.MapPropertySource;

/**
 * A document of a configuration file, read while the application was processed ahead of
 * time, and the conditions under which it counts when the application runs.
 */
public final class LeanDocument extends MapPropertySource implements OriginLookup<String> {

	private static final String[] ANY = {};

	private final @Nullable String profile;

	private final String[] onProfile;

	private final @Nullable String onCloudPlatform;

	private final @Nullable String failure;

	private final @Nullable BootSettings settings;

	private LeanDocument(String name, Map<String, Object> values, @Nullable String profile, String[] onProfile,
			@Nullable String onCloudPlatform, @Nullable String failure) {
		super(name, values);
		this.profile = profile;
		this.onProfile = onProfile;
		this.onCloudPlatform = onCloudPlatform;
		this.failure = failure;
		BootSettings found = BootSettings.of(this);
		this.settings = (found != null && (found.has("spring.profiles") || found.has("spring.main"))) ? found : null;
	}

	/**
	 * A document.
	 * @param name what Spring Boot calls it
	 * @param values values as written, placeholders unresolved
	 * @param profile the profile that the file's name ends with, or {@code null}
	 * @param onCloudPlatform the cloud platform on which it counts, or {@code null}
	 * @param onProfile expressions, of which one has to match the profiles, if there is
	 * any
	 * @return the document
	 */
	public static LeanDocument of(String name, Map<String, Object> values, @Nullable String profile,
			@Nullable String onCloudPlatform, String... onProfile) {
		return new LeanDocument(name, values, profile, (onProfile.length == 0) ? ANY : onProfile, onCloudPlatform,
				null);
	}

	/**
	 * A profile's file that can't be read, which fails the start with that profile.
	 * @param name what Spring Boot calls it
	 * @param profile the profile that the file's name ends with
	 * @param failure why it can't be read
	 * @return the document
	 */
	public static LeanDocument unreadable(String name, String profile, String failure) {
		return new LeanDocument(name, Map.of(), profile, ANY, null, failure);
	}

	@Nullable String profile() {
		return this.profile;
	}

	String[] onProfile() {
		return this.onProfile;
	}

	@Nullable String onCloudPlatform() {
		return this.onCloudPlatform;
	}

	@Nullable String failure() {
		return this.failure;
	}

	/**
	 * What it says to Spring Boot's start itself, or {@code null}.
	 */
	@Nullable BootSettings settings() {
		return this.settings;
	}

	@Override
	public @Nullable Origin getOrigin(String key) {
		return null;
	}

	@Override
	public boolean isImmutable() {
		return true;
	}

}
