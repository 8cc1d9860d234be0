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

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;

/**
 * The environment of an application whose configuration files were read at build time:
 * which of their documents count is decided by the profiles of the run, as Spring Boot
 * decides it.
 */
class FrozenEnvironment extends LeanEnvironment {

	private static final String CLOUD_PLATFORM = "spring.main.cloud-platform";

	private final LeanDocument[] documents;

	private final List<BootSettings> settings = new ArrayList<>(2);

	private @Nullable CloudPlatform platform;

	/**
	 * Creates the environment.
	 * @param documents highest precedence first
	 * @param activeProfiles the profiles that were active at build time
	 * @param args the command line
	 */
	FrozenEnvironment(LeanDocument[] documents, String[] activeProfiles, String[] args) {
		super(args);
		this.documents = documents;
		if (GeneratedConfiguration.USES_RANDOM_VALUES) {
			RandomValuePropertySource.addToEnvironment(this);
		}
		addSettings();
		FrozenRefusals.check(this, this.settings);
		if (GeneratedConfiguration.USES_CLOUD_PLATFORMS) {
			this.platform = platform();
		}
		addDocuments(activeProfiles);
		getPropertySources().addLast(new ApplicationInfo());
	}

	private void addSettings() {
		for (PropertySource<?> source : getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				BootSettings found = BootSettings.of(enumerable);
				if (found != null) {
					this.settings.add(found);
				}
			}
		}
	}

	@Override
	public boolean configures(String name) {
		for (BootSettings source : this.settings) {
			if (source.has(name)) {
				return true;
			}
		}
		for (PropertySource<?> source : getPropertySources()) {
			if (source instanceof LeanDocument document && document.settings() != null
					&& document.settings().has(name)) {
				return true;
			}
		}
		return false;
	}

	private void addDocuments(String[] activeProfiles) {
		boolean always = activeProfiles.length == 0 && !namesProfiles(this.settings);
		for (LeanDocument document : this.documents) {
			always &= !isConditional(document)
					&& (document.settings() == null || !document.settings().has("spring.profiles"));
		}
		if (always) {
			FrozenRefusals.refuseFiles(new File("").getAbsoluteFile(), List.of("default"));
			for (LeanDocument document : this.documents) {
				getPropertySources().addLast(document);
			}
			return;
		}
		addMatching(profiles(activeProfiles));
	}

	private static boolean namesProfiles(List<BootSettings> settings) {
		for (BootSettings source : settings) {
			if (source.has("spring.profiles")) {
				return true;
			}
		}
		return false;
	}

	private FrozenProfiles profiles(String[] activeProfiles) {
		List<BootSettings> sources = new ArrayList<>(this.settings);
		for (LeanDocument document : this.documents) {
			BootSettings found = document.settings();
			if (found != null && !isConditional(document)) {
				sources.add(found);
			}
		}
		FrozenProfiles profiles = new FrozenProfiles(sources, this::resolve, this::getProperty, activeProfiles);
		setDefaultProfiles(profiles.byDefault().toArray(String[]::new));
		setActiveProfiles(profiles.active().toArray(String[]::new));
		return profiles;
	}

	private void addMatching(FrozenProfiles profiles) {
		MutablePropertySources sources = getPropertySources();
		List<String> accepted = profiles.accepted();
		FrozenRefusals.refuseFiles(new File("").getAbsoluteFile(), accepted);
		for (int i = accepted.size() - 1; i >= 0; i--) {
			for (LeanDocument document : this.documents) {
				if (accepted.get(i).equals(document.profile())) {
					if (document.failure() != null) {
						throw new IllegalStateException(document.failure());
					}
					if (matches(document, accepted)) {
						sources.addLast(document);
					}
				}
			}
		}
		for (LeanDocument document : this.documents) {
			if (document.profile() == null && matches(document, accepted)) {
				sources.addLast(document);
			}
		}
	}

	private static boolean isConditional(LeanDocument document) {
		return document.profile() != null || document.onProfile().length > 0 || document.onCloudPlatform() != null;
	}

	private boolean matches(LeanDocument document, List<String> accepted) {
		return isOnPlatform(document)
				&& (document.onProfile().length == 0 || Profiles.of(document.onProfile()).matches(accepted::contains));
	}

	private boolean isOnPlatform(LeanDocument document) {
		String platform = document.onCloudPlatform();
		if (platform == null || !GeneratedConfiguration.USES_CLOUD_PLATFORMS) {
			return platform == null;
		}
		return platform.equals(((this.platform != null) ? this.platform : CloudPlatform.NONE).name());
	}

	private @Nullable CloudPlatform platform() {
		String enforced = null;
		for (BootSettings source : this.settings) {
			enforced = (enforced != null) ? enforced : text(source);
		}
		for (LeanDocument document : this.documents) {
			if (enforced == null && !isConditional(document) && document.settings() != null) {
				enforced = text(document.settings());
			}
		}
		for (CloudPlatform candidate : CloudPlatform.values()) {
			if (candidate.name().equalsIgnoreCase(enforced)) {
				return candidate;
			}
		}
		return CloudPlatform.getActive(this);
	}

	private @Nullable String text(BootSettings source) {
		Object value = source.get(RelaxedName.uniform(CLOUD_PLATFORM));
		return (value != null) ? resolve(value.toString()) : null;
	}

	/**
	 * Resolves what names profiles: from variables and arguments, then from the documents
	 * that count whatever the profiles. A document that counts for some only must not
	 * decide.
	 */
	private String resolve(String text) {
		return FrozenRefusals.PLACEHOLDERS.replacePlaceholders(text, (name) -> {
			Object value = raw(name);
			for (LeanDocument document : this.documents) {
				if (document.profile() == null && document.containsProperty(name)) {
					if (isConditional(document) && !(document.onProfile().length == 0 && isOnPlatform(document))) {
						throw new IllegalStateException("Inactive property source '" + document.getName()
								+ "' cannot contain property '" + name + "', as profiles depend on it");
					}
					value = (value != null) ? value : document.getProperty(name);
				}
			}
			return (value != null) ? value.toString() : null;
		});
	}

}
