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

package dev.kindling.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import dev.kindling.start.apps.ConditionsApplication;
import dev.kindling.start.apps.CustomPostProcessor;
import dev.kindling.start.apps.EventsApplication;
import dev.kindling.start.apps.LifecycleApplication;
import dev.kindling.start.apps.PlainApplication;
import dev.kindling.start.apps.ProfilesApplication;
import dev.kindling.start.apps.PropertiesApplication;
import dev.kindling.start.apps.ProxiesApplication;
import dev.kindling.start.apps.ReadyApplication;
import dev.kindling.start.apps.ValueApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Applications start both ways, through Spring Boot's own stages and lean, and have the
 * same beans with the same values.
 */
class LeanStartIntegrationTests {

	private static final Map<Class<?>, StartedApplication> applications = new HashMap<>();

	@TempDir
	static Path shared;

	@TempDir
	Path folder;

	private StartedApplication application(Class<?> type) throws Exception {
		StartedApplication application = applications.get(type);
		if (application == null) {
			application = new StartedApplication(type, shared.resolve(type.getSimpleName()));
			applications.put(type, application);
		}
		assertThat(application.isLean()).as("starts lean").isTrue();
		return application.withoutEnvironment();
	}

	private Map<String, String> startBothWays(Class<?> type, String... args) throws Exception {
		StartedApplication application = application(type);
		Map<String, String> boot = application.startThroughBoot(args);
		Map<String, String> generated = application.startGeneratedThroughBoot(args);
		Map<String, String> lean = application.startLean(args);
		assertThat(boot).isNotEmpty();
		assertThat(lean).isEqualTo(generated);
		// Spring's generated definitions call annotated methods after the interfaces'
		// ones
		lean.remove("order");
		boot.remove("order");
		assertThat(lean).isEqualTo(boot);
		return generated;
	}

	@ParameterizedTest
	@ValueSource(classes = { ValueApplication.class, PropertiesApplication.class, ProfilesApplication.class,
			EventsApplication.class, LifecycleApplication.class, ConditionsApplication.class, ProxiesApplication.class,
			PlainApplication.class })
	void startsWithTheSameBeansAndValues(Class<?> type) throws Exception {
		startBothWays(type);
	}

	@Test
	void prefersArgumentsToTheEnvironmentAndThatToFiles() throws Exception {
		StartedApplication application = application(ValueApplication.class);
		assertThat(application.startLean()).containsEntry("overridden", "file")
			.containsEntry("greeting", "Hello, world")
			.containsEntry("relaxed", "relaxed");
		application.environment("APP_OVERRIDDEN", "environment").environment("APP_CAMELCASE", "relaxed, too");
		assertThat(application.startLean()).containsEntry("overridden", "environment")
			.containsEntry("relaxed", "relaxed, too")
			.isEqualTo(application.startThroughBoot());
		assertThat(application.startLean("--app.overridden=argument")).containsEntry("overridden", "argument");
	}

	@Test
	void bindsPropertiesThatAreGivenWhenItRuns() throws Exception {
		Map<String, String> report = startBothWays(PropertiesApplication.class, "--pool.maxSize=99",
				"--shop.shelves[0].label=upper", "--shop.shelves[0].height=5");
		assertThat(report.get("pool")).asString().startsWith("99 ");
		assertThat(report.get("shop")).asString().contains("upper").doesNotContain("bottom").contains("openDays=7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "dev", "dev,night", "night,dev", "unknown" })
	void readsTheFilesOfTheProfilesThatAreActiveWhenItRuns(String profiles) throws Exception {
		startBothWays(ProfilesApplication.class, "--spring.profiles.active=" + profiles);
	}

	@Test
	void callsRunnersInTheirOrderWithTheArguments() throws Exception {
		assertThat(startBothWays(LifecycleApplication.class, "--color=red", "one").get("order")).asString()
			.contains("args-2-[one] runner-[red]")
			.contains(" stop ", "pre-destroy", "disposable");
	}

	@Test
	void leavesAnApplicationThatListensToBootsOwnEventsToBoot() throws Exception {
		StartedApplication application = new StartedApplication(ReadyApplication.class, this.folder);
		assertThat(application.isLean()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "kindling.start.lean=false" })
	void leavesWhatConfigurationAsksForToBoot(String line) throws Exception {
		Path more = Files.createDirectories(this.folder.resolve("more"));
		Files.writeString(more.resolve("application.yaml"), line.replace("=", ": \"") + "\"\n");
		StartedApplication application = new StartedApplication(PlainApplication.class, this.folder, more);
		assertThat(application.isLean()).isFalse();
	}

	@Test
	void leavesAnApplicationWhoseStartIsExtendedToBoot() throws Exception {
		Path more = Files.createDirectories(this.folder.resolve("more/META-INF")).getParent();
		Files.writeString(more.resolve("META-INF/spring.factories"),
				"org.springframework.boot.env.EnvironmentPostProcessor=" + CustomPostProcessor.class.getName() + "\n");
		StartedApplication application = new StartedApplication(PlainApplication.class, this.folder, more);
		assertThat(application.isLean()).isFalse();
	}

	@Test
	void refusesConfigurationFilesThatAreNamedWhenItRuns() throws Exception {
		StartedApplication application = application(PlainApplication.class);
		assertThatThrownBy(() -> application.startLean("--spring.config.location=/tmp/other.properties"))
			.hasMessageContaining("'spring.config.location' is set")
			.hasMessageContaining("kindling.start.configuration=boot");
	}

}
