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
import dev.kindling.start.apps.CustomizedApplication;
import dev.kindling.start.apps.DocumentsApplication;
import dev.kindling.start.apps.EventsApplication;
import dev.kindling.start.apps.LifecycleApplication;
import dev.kindling.start.apps.PlainApplication;
import dev.kindling.start.apps.ProfilesApplication;
import dev.kindling.start.apps.PropertiesApplication;
import dev.kindling.start.apps.ProxiesApplication;
import dev.kindling.start.apps.ReadyApplication;
import dev.kindling.start.apps.SplitMain;
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
		assertThat(application.line()).contains("starts lean").doesNotContain("reads its configuration");
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

	@ParameterizedTest
	@ValueSource(strings = { "", "SPRING_PROFILES_ACTIVE=prod", "SPRING_PROFILES_INCLUDE=aws,local",
			"SPRING_PROFILES_DEFAULT=quiet", "SPRING_PROFILES_GROUP_NIGHT=quiet SPRING_PROFILES_ACTIVE=night",
			"SPRING_APPLICATION_JSON={\"from\":{\"json\":true},\"spring.profiles.active\":\"aws\"}",
			"KUBERNETES_SERVICE_HOST=host KUBERNETES_SERVICE_PORT=443",
			"SPRING_MAIN_CLOUDPLATFORM=kubernetes CAMELCASE=variable LIST_0_=one LIMIT=7KB" })
	void readsDocumentsAndVariablesAsBootDoes(String variables) throws Exception {
		StartedApplication application = application(DocumentsApplication.class);
		for (String variable : variables.split(" ")) {
			if (!variable.isEmpty()) {
				application.environment(variable.substring(0, variable.indexOf('=')),
						variable.substring(variable.indexOf('=') + 1));
			}
		}
		assertThat(application.startLean()).isEqualTo(application.startThroughBoot());
	}

	@Test
	void findsWhatAProfileChanges() throws Exception {
		StartedApplication application = application(DocumentsApplication.class);
		assertThat(application.startLean()).containsEntry("stage", "local")
			.containsEntry("timeout", "PT5S")
			.containsEntry("limit", "2097152B")
			.containsEntry("list", "[a, b, c]");
		assertThat(application.startLean("--spring.profiles.active=prod")).containsEntry("stage", "production")
			.containsEntry("profiles", "[prod, aws, quiet]")
			.containsEntry("color", "orange")
			.containsEntry("camel-case", "quiet")
			.containsEntry("list", "[x]")
			.containsEntry("number", "7");
	}

	@Test
	void failsWithAProfileWhoseFileIsNoConfiguration() throws Exception {
		StartedApplication application = application(DocumentsApplication.class);
		assertThatThrownBy(() -> application.startLean("--spring.profiles.active=context"))
			.hasMessageContaining("application-context.xml")
			.hasMessageContaining("isn't a configuration file");
	}

	@Test
	void startsWhatAnotherClassRuns() throws Exception {
		assertThat(startBothWays(SplitMain.class)).containsEntry("color", "blue");
	}

	@Test
	void readsWhatCanNotBeFrozenWhenItStarts() throws Exception {
		Path more = Files.createDirectories(this.folder.resolve("more"));
		Files.writeString(more.resolve("application.properties"),
				"spring.config.import=classpath:others.properties\nrandom-number=${random.int[1,9]}\n");
		Files.writeString(more.resolve("others.properties"), "imported=yes\n");
		StartedApplication application = new StartedApplication(DocumentsApplication.class, this.folder, more);
		assertThat(application.isLean()).isTrue();
		assertThat(application.line()).contains("starts lean")
			.contains("reads its configuration files when it starts")
			.contains("application.properties")
			.contains("imports others");
		assertThat(application.startLean("--spring.profiles.active=prod")).containsEntry("imported", "yes")
			.containsEntry("stage", "production")
			.containsEntry("random", "true")
			.isEqualTo(application.startThroughBoot("--spring.profiles.active=prod"));
	}

	@Test
	void makesRandomValuesAtEachStart() throws Exception {
		Path more = Files.createDirectories(this.folder.resolve("more"));
		Files.writeString(more.resolve("application.properties"), "random-number=${random.int[1,9]}\n");
		StartedApplication application = new StartedApplication(DocumentsApplication.class, this.folder, more);
		assertThat(application.line()).contains("starts lean").doesNotContain("reads its configuration");
		assertThat(application.startLean()).containsEntry("random", "true");
	}

	@Test
	void makesBeansLazilyIfTold() throws Exception {
		startBothWays(LifecycleApplication.class, "--spring.main.lazy-initialization=true");
	}

	@Test
	void failsWhereAFrozenMapperCanNotHonourWhatIsSet() throws Exception {
		StartedApplication application = application(ConditionsApplication.class);
		application.environment("SPRING_JACKSON_SERIALIZATION_INDENTOUTPUT", "true");
		assertThatThrownBy(application::startLean).hasMessageContaining("'SPRING_JACKSON_SERIALIZATION_INDENTOUTPUT'")
			.hasMessageContaining("kindling.aot.object-mapper=boot");
		assertThatThrownBy(application::startGeneratedThroughBoot)
			.hasMessageContaining("kindling.aot.object-mapper=boot");
	}

	@Test
	void honoursWhatAProfileSaysAboutTheMapper() throws Exception {
		Path more = Files.createDirectories(this.folder.resolve("more"));
		Files.writeString(more.resolve("application-pretty.properties"),
				"spring.jackson.serialization.indent-output=true\n");
		StartedApplication application = new StartedApplication(ConditionsApplication.class, this.folder, more);
		assertThat(application.startLean()).isEqualTo(application.startThroughBoot());
		assertThat(application.startLean("--spring.profiles.active=pretty").get("json")).contains("\n");
		application.environment("SPRING_JACKSON_SERIALIZATION_INDENTOUTPUT", "true");
		assertThat(application.startLean().get("json")).contains("\n");
	}

	@Test
	void saysWhyBootStartsWhatIsCustomized() throws Exception {
		StartedApplication application = new StartedApplication(CustomizedApplication.class, this.folder);
		assertThat(application.isLean()).isFalse();
		assertThat(application.line()).contains("starts through Spring Boot's own stages")
			.contains("CustomizedApplication makes a SpringApplication");
	}

	@Test
	void leavesAnApplicationThatListensToBootsOwnEventsToBoot() throws Exception {
		StartedApplication application = new StartedApplication(ReadyApplication.class, this.folder);
		assertThat(application.isLean()).isFalse();
		assertThat(application.line()).contains("its classes mention org.springframework.boot.context.event");
	}

	@ParameterizedTest
	@ValueSource(strings = { "kindling.start.lean=false" })
	void leavesWhatConfigurationAsksForToBoot(String line) throws Exception {
		Path more = Files.createDirectories(this.folder.resolve("more"));
		Files.writeString(more.resolve("application.yaml"), line.replace("=", ": \"") + "\"\n");
		StartedApplication application = new StartedApplication(PlainApplication.class, this.folder, more);
		assertThat(application.isLean()).isFalse();
		assertThat(application.line()).contains("as kindling.start.lean is false");
	}

	@Test
	void leavesAnApplicationWhoseStartIsExtendedToBoot() throws Exception {
		Path more = Files.createDirectories(this.folder.resolve("more/META-INF")).getParent();
		Files.writeString(more.resolve("META-INF/spring.factories"),
				"org.springframework.boot.env.EnvironmentPostProcessor=" + CustomPostProcessor.class.getName() + "\n");
		StartedApplication application = new StartedApplication(PlainApplication.class, this.folder, more);
		assertThat(application.isLean()).isFalse();
		assertThat(application.line()).contains("CustomPostProcessor extends the start as EnvironmentPostProcessor");
	}

	@Test
	void refusesConfigurationFilesThatAreNamedWhenItRuns() throws Exception {
		StartedApplication application = application(PlainApplication.class);
		assertThatThrownBy(() -> application.startLean("--spring.config.location=/tmp/other.properties"))
			.hasMessageContaining("'spring.config.location' is set")
			.hasMessageContaining("kindling.start.configuration=boot");
	}

}
