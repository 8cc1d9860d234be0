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
import java.util.List;
import java.util.Map;

import com.example.start.StageAnalyzers;
import dev.kindling.start.apps.BootsApplications;
import dev.kindling.start.apps.DocumentsApplication;
import dev.kindling.start.apps.PlainApplication;
import dev.kindling.start.apps.StagesApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The rows of {@code docs/start.md}, stage by stage: what is the same as with Spring
 * Boot, what is another, and what Spring Boot has to start.
 */
class StartStagesIntegrationTests {

	private static final List<String> WAYS = List.of("boot", "generated", "lean");

	private static StartedApplication stages;

	@TempDir
	static Path shared;

	@TempDir
	Path folder;

	@BeforeAll
	static void process() throws Exception {
		Path more = Files.createDirectories(shared.resolve("more/META-INF")).getParent();
		Files.writeString(more.resolve("META-INF/spring.factories"),
				"org.springframework.boot.diagnostics.FailureAnalyzer=" + StageAnalyzers.Analyzer.class.getName() + ","
						+ StageAnalyzers.BrokenAnalyzer.class.getName() + "\n");
		stages = new StartedApplication(StagesApplication.class, shared.resolve("stages"), more);
		assertThat(stages.line()).endsWith("Kindling: the executable starts lean, without Spring Boot's own stages");
	}

	private static StartedApplication stages() {
		return stages.withoutEnvironment();
	}

	/**
	 * Starts the application in each way, and compares what isn't another thing on
	 * purpose.
	 */
	private static Map<String, String> same(StartedApplication application, String... args) throws Exception {
		Map<String, String> boot = application.startThroughBoot(args);
		Map<String, String> generated = application.startGeneratedThroughBoot(args);
		Map<String, String> lean = application.startLean(args);
		for (String another : List.of("banner", "headless", "vcap")) {
			boot.remove(another);
			generated.remove(another);
			lean.remove(another);
		}
		assertThat(lean).isEqualTo(generated).isEqualTo(boot).isNotEmpty();
		return lean;
	}

	private static void fails(String message, String... args) {
		for (String way : WAYS) {
			assertThatThrownBy(() -> stages().start(way, args)).as(way).hasMessageContaining(message);
		}
	}

	@Test
	void leavesTheSameBehind() throws Exception {
		assertThat(same(stages(), "--color=red")).containsEntry("id", "application")
			.containsEntry("resource", "Hello")
			.containsEntry("startup", "org.springframework.core.metrics.DefaultApplicationStartup")
			.containsEntry("arguments", "[color] true")
			.containsEntry("circles", "false")
			.containsEntry("overriding", "false")
			.containsEntry("alive", "false")
			.containsEntry("eager", "true");
	}

	@Test
	void callsRunnersOfBothKindsInOneOrder() throws Exception {
		assertThat(same(stages()).get("order")).isEqualTo("refreshed by-class by-interface by-method "
				+ "zebra ape lion both-as-application-runner both-as-command-line-runner closed ");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "--spring.main.lazy-initialization=true", "SPRING_MAIN_LAZYINITIALIZATION=true",
					"SPRING_MAIN_LAZY_INITIALIZATION=yes",
					"\"SPRING_APPLICATION_JSON={\"\"spring\"\":{\"\"main\"\":{\"\"lazyInitialization\"\":true}}}\"",
					"--spring.profiles.active=lazy" })
	void makesBeansLazilyWhereverThatIsSet(String setting) throws Exception {
		assertThat(same(stages(), setting)).containsEntry("eager", "false");
	}

	private static Map<String, String> same(StartedApplication application, String setting) throws Exception {
		if (setting.startsWith("--")) {
			return same(application, new String[] { setting });
		}
		application.environment(setting.substring(0, setting.indexOf('=')),
				setting.substring(setting.indexOf('=') + 1));
		return same(application);
	}

	@Test
	void allowsCirclesAndOverridingIfTold() throws Exception {
		assertThat(same(stages(), "--spring.main.allow-circular-references=true", "--circle=true",
				"--spring.main.allowBeanDefinitionOverriding=true", "--fail=override"))
			.containsEntry("circles", "true")
			.containsEntry("overriding", "true")
			.containsEntry("egg", "true");
	}

	@Test
	void refusesCirclesAndOverridingUnlessTold() {
		fails("BeanCurrentlyInCreationException: Error creating bean with name", "--circle=true",
				"--logging.level.org.springframework.boot.diagnostics=debug");
		fails("BeanDefinitionOverrideException: Invalid bean definition with name 'eager'", "--fail=override",
				"--logging.level.org.springframework.boot.diagnostics=debug");
	}

	@ParameterizedTest
	@ValueSource(strings = { "lazy-initialization", "allow-circular-references", "keep-alive" })
	void refusesWhatIsNeitherTrueNorFalse(String name) {
		for (String way : WAYS) {
			assertThatThrownBy(() -> stages().start(way, "--spring.main." + name + "=perhaps")).as(way)
				.hasMessageContaining("perhaps");
		}
	}

	@Test
	void staysAliveUntilItIsClosedIfTold() throws Exception {
		assertThat(same(stages(), "--spring.main.keep-alive=true")).containsEntry("alive", "true");
	}

	@Test
	void knowsTheCloudPlatformThatIsSet() throws Exception {
		assertThat(same(stages(), "--spring.main.cloud-platform=heroku")).containsEntry("platform", "HEROKU");
	}

	@Test
	void hasTheApplicationsNameAsItsId() throws Exception {
		assertThat(same(stages(), "--spring.profiles.active=named")).containsEntry("id", "stages");
	}

	@Test
	void letsReactorUseVirtualThreadsIfTold() throws Exception {
		String expected = (Runtime.version().feature() >= 21) ? "true" : "null";
		assertThat(same(stages(), "--spring.threads.virtual.enabled=true")).containsEntry("reactor", expected);
	}

	@Test
	void refusesAnotherCharacterEncodingThanTheMandatoryOne() {
		fails("default character encoding (UTF-32)", "--spring.mandatory-file-encoding=UTF-32");
	}

	@Test
	void takesItsSourcesFromTheBuild() throws Exception {
		String[] args = { "--spring.main.sources=" + PlainApplication.class.getName() };
		assertThat(stages().startLean(args).keySet()).isEqualTo(stages().startGeneratedThroughBoot(args).keySet())
			.doesNotContain("plain");
	}

	@ParameterizedTest
	@CsvSource({ "true,closed", "false," })
	void closesOnceWhenTheProcessEndsUnlessToldOtherwise(boolean registers, String closed) throws Exception {
		for (String way : WAYS) {
			Path file = this.folder.resolve(way);
			stages().start(way, "--exits=true", "--closed.file=" + file,
					"--spring.main.register-shutdown-hook=" + registers);
			assertThat(Files.exists(file) ? Files.readString(file).trim() : null).as(way).isEqualTo(closed);
		}
	}

	@Test
	void wrapsWhatARunnerThrows() {
		fails("java.lang.IllegalStateException: Failed to execute ApplicationRunner", "--fail=checked");
		fails("java.io.IOException: a checked exception", "--fail=checked");
	}

	@Test
	void asksTheApplicationsAnalyzersWithWhatTheyNeed() {
		fails("APPLICATION FAILED TO START", "--fail=runtime");
		fails("a runtime exception, with a report: true", "--fail=runtime");
		fails("Don't set fail to runtime", "--fail=runtime");
	}

	@Test
	void printsTheStackTraceInsteadOfBootsOwnAnalyses() {
		assertThatThrownBy(() -> stages().startThroughBoot("--circle=true"))
			.hasMessageContaining("APPLICATION FAILED TO START");
		assertThatThrownBy(() -> stages().startLean("--circle=true")).hasMessageContaining("Application run failed")
			.hasMessageContaining("BeanCurrentlyInCreationException")
			.hasMessageNotContaining("APPLICATION FAILED TO START");
	}

	@Test
	void hasNoBannerAndNoLinesAboutItsStart() throws Exception {
		String[] args = { "--spring.main.banner-mode=console", "--spring.main.log-startup-info=true" };
		assertThat(stages().startThroughBoot(args)).containsEntry("banner", "true");
		assertThat(stages().output()).contains(":: Spring Boot ::").contains("Starting ").contains("Started ");
		assertThat(stages().startLean(args)).containsEntry("banner", "false");
		assertThat(stages().output()).doesNotContain(":: Spring Boot ::", "Starting ", "Started ");
	}

	@Test
	void setsNothingForDesktopsAndCloudFoundry() throws Exception {
		stages().environment("VCAP_APPLICATION", "{\"name\":\"shop\"}");
		assertThat(stages.startThroughBoot()).containsEntry("headless", "true").containsEntry("vcap", "shop");
		assertThat(stages.startLean()).containsEntry("headless", "null")
			.containsEntry("vcap", "null")
			.containsEntry("platform", "CLOUD_FOUNDRY");
	}

	@Test
	void refusesAPrefixOfVariablesAsBootDoes() {
		fails("Environment prefix cannot be set via properties.", "--spring.main.environment-prefix=shop");
	}

	@Test
	void refusesRandomValuesThatItCanNotMake() throws Exception {
		StartedApplication application = new StartedApplication(PlainApplication.class, this.folder);
		application.environment("SHOP_PORT", "${random.int}");
		assertThatThrownBy(application::startLean).hasMessageContaining("'SHOP_PORT' holds ${random.…}")
			.hasMessageContaining("kindling.start.configuration=boot");
	}

	@Test
	void refusesAProfilesDocumentThatNamesProfilesAsBootDoes() throws Exception {
		Path more = Files.createDirectories(this.folder.resolve("more"));
		Files.writeString(more.resolve("application-eu.properties"), "spring.profiles.active=aws\n");
		StartedApplication application = new StartedApplication(DocumentsApplication.class, this.folder, more);
		assertThat(application.line()).contains("reads its configuration files when it starts")
			.contains("names profiles and is itself for some only");
		for (String way : WAYS) {
			assertThatThrownBy(() -> application.start(way, "--spring.profiles.active=eu")).as(way)
				.hasMessageContaining("InvalidConfigDataPropertyException")
				.hasMessageContaining("'spring.profiles.active'");
		}
	}

	@ParameterizedTest
	@CsvSource({ "ListenerBean,its classes mention org.springframework.boot.context.event",
			"AllEvents,AllEvents.happened listens to an event", "AllObjects,AllObjects.happened listens to an event",
			"Availability,its classes mention org.springframework.boot.availability",
			"AskedAvailability,its classes mention org.springframework.boot.availability",
			"ExitCodes,its classes mention org.springframework.boot.ExitCode",
			"AskedLoggingSystem,its classes mention org.springframework.boot.logging.LoggingSystem",
			"ShutdownHandlers,its classes mention org.springframework.boot.SpringApplicationShutdownHandlers",
			"Exiting,Exiting" })
	void leavesToBootWhatOnlyBootCanStart(String name, String reason) throws Exception {
		Class<?> type = Class.forName(BootsApplications.class.getName() + "$" + name);
		StartedApplication application = new StartedApplication(type, this.folder);
		assertThat(application.isLean()).isFalse();
		assertThat(application.line()).contains("Kindling: the executable starts through Spring Boot's own stages, as ")
			.contains(reason);
	}

}
