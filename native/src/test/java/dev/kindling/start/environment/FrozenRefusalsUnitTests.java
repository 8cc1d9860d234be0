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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * A setting that an executable can't honour any more fails its start.
 */
class FrozenRefusalsUnitTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "spring.config.location", "spring.config.additional-location",
			"spring.config.additionalLocation", "spring.config.import", "spring.config.import[0]",
			"spring.config.name" })
	void refusesOtherConfigurationFiles(String name) {
		assertThatIllegalStateException().isThrownBy(() -> environment("--" + name + "=other"))
			.withMessageContaining("'spring.config.")
			.withMessageContaining("kindling.start.configuration=boot");
	}

	@Test
	void refusesAPrefixOfVariablesAsBootDoes() {
		assertThatIllegalStateException().isThrownBy(() -> environment("--spring.main.environment-prefix=app"))
			.withMessage("Environment prefix cannot be set via properties.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application.properties", "application.yml", "config/application.yaml",
			"config/eu/application.xml", "application-prod.yml", "config/application-aws.properties" })
	void refusesFilesThatBootWouldRead(String name) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.createFile(file);
		assertThatIllegalStateException()
			.isThrownBy(() -> FrozenRefusals.refuseFiles(this.folder.toFile(), List.of("prod", "aws")))
			.withMessageContaining(file.toString())
			.withMessageContaining("kindling.start.configuration=boot");
	}

	@Test
	void acceptsAllElse() throws IOException {
		Files.createDirectories(this.folder.resolve("config/eu/deep"));
		Files.createFile(this.folder.resolve("config/eu/deep/application.yml"));
		Files.createFile(this.folder.resolve("application.json"));
		Files.createFile(this.folder.resolve("application-dev.yml"));
		assertThatNoException().isThrownBy(() -> {
			FrozenRefusals.refuseFiles(this.folder.toFile(), List.of("prod"));
			environment("--spring.config.on-not-found=ignore", "--spring.application.name=function");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.profiles", "spring.profiles[0]", "spring.profiles.group" })
	void refusesNamesThatNameNoProfiles(String name) {
		assertThatIllegalStateException().isThrownBy(() -> environment("--" + name + "=prod"))
			.withMessageContaining("'spring.profiles");
	}

	@Test
	void ignoresAGroupWithoutAProfileBesideOthersAsBootDoes() {
		assertThat(environment("--spring.profiles.group=aws", "--spring.profiles.group.prod=quiet",
				"--spring.profiles.active=prod")
			.getActiveProfiles()).containsExactly("prod", "quiet");
	}

	@Test
	void refusesRandomValuesOfSystemProperties() {
		StandardEnvironment environment = new StandardEnvironment();
		System.setProperty("shop.port", "${random.int}");
		try {
			assertThatIllegalStateException().isThrownBy(() -> FrozenRefusals.refuseRandomValues(environment))
				.withMessageContaining("'shop.port' holds ${random.…}");
		}
		finally {
			System.clearProperty("shop.port");
		}
		assertThatNoException().isThrownBy(() -> FrozenRefusals.refuseRandomValues(environment));
	}

	private static FrozenEnvironment environment(String... args) {
		return new FrozenEnvironment(new LeanDocument[0], new String[0], args);
	}

}
