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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.kindling.start.logging.LogbackUse;
import dev.kindling.start.apps.PlainApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with {@code spring-boot-starter-logging}, hence Logback, which is on the
 * class path of this test alone.
 */
class LogbackOnClassPathUnitTests {

	private static final String PROVIDER = "ch.qos.logback.classic.spi.LogbackServiceProvider";

	private static final String OWN = "dev.kindling.logging.slf4j.LambdaServiceProvider";

	@TempDir
	Path folder;

	private String arguments() throws IOException {
		return Files.readString(
				this.folder.resolve("classes/META-INF/native-image/dev.kindling/logging/native-image.properties"));
	}

	@Test
	void isMerelyBroughtAlong() {
		assertThat(LogbackUse.isPresent(getClass().getClassLoader())).isTrue();
		assertThat(LogbackUse.isBound()).isFalse();
		assertThat(LogbackUse.reason(new MockEnvironment(), getClass().getClassLoader())).isNull();
		assertThat(LogbackUse.reason(new MockEnvironment().withProperty("logging.config", "log.xml"),
				getClass().getClassLoader()))
			.isEqualTo("logging.config is set");
	}

	@Test
	void costsNothingWhereNothingUsesIt() throws Exception {
		StartedApplication application = new StartedApplication(PlainApplication.class, this.folder);
		assertThat(application.isLean()).isTrue();
		assertThat(arguments()).contains("-Dslf4j.provider=" + OWN)
			.contains("--initialize-at-run-time=org.springframework.boot.logging.logback")
			.contains("ServiceLoaderFeatureExcludeServiceProviders=" + PROVIDER);
		Map<String, String> boot = application.startThroughBoot();
		assertThat(boot).containsEntry("plain", "true").containsEntry("logging", "LambdaLoggerFactory");
		assertThat(application.startGeneratedThroughBoot()).isEqualTo(boot);
		assertThat(application.startLean()).isEqualTo(boot);
	}

	@Test
	void costsAnExecutableNothingWhereItComesFirstOnTheClassPath() throws Exception {
		Path logback = Path
			.of(ClassUtils.forName(PROVIDER, null).getProtectionDomain().getCodeSource().getLocation().toURI());
		StartedApplication application = new StartedApplication(PlainApplication.class, this.folder, logback);
		assertThat(application.isLean()).isTrue();
		assertThat(arguments()).contains("-Dslf4j.provider=" + OWN);
		assertThat(application.startThroughBoot()).containsEntry("logging", "LoggerContext");
		assertThat(application.startLean()).containsEntry("plain", "true");
	}

	@Test
	void isUsedWhereTheApplicationConfiguresIt() throws Exception {
		Path configuration = Files.createDirectory(this.folder.resolve("configuration"));
		Files.writeString(configuration.resolve("logback.xml"), "<configuration/>");
		StartedApplication application = new StartedApplication(PlainApplication.class, this.folder, configuration);
		assertThat(application.isLean()).isFalse();
		assertThat(arguments()).contains("ServiceLoaderFeatureExcludeServiceProviders=" + OWN)
			.doesNotContain("slf4j.provider");
		assertThat(application.startThroughBoot()).containsEntry("logging", "LoggerContext");
	}

}
