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
import java.util.Map;

import dev.kindling.start.apps.WebApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with {@code spring-boot-starter-web}, which is on the class path of this
 * test alone.
 */
class WebOnClassPathUnitTests {

	@TempDir
	Path folder;

	@Test
	void hasAWebServerOnTheClassPath() {
		assertThat(ClassUtils.isPresent("org.apache.catalina.startup.Tomcat", getClass().getClassLoader())).isTrue();
		assertThat(new SpringApplication().getWebApplicationType()).isEqualTo(WebApplicationType.SERVLET);
	}

	@Test
	void servesAsIfItWereNotThere() throws Exception {
		StartedApplication application = new StartedApplication(WebApplication.class, this.folder);
		assertThat(application.isLean()).isTrue();
		Map<String, String> boot = application.startThroughBoot();
		assertThat(boot).containsEntry("web", "false")
			.containsEntry("dispatcher", "false")
			.containsEntry("served", "true")
			.containsEntry("greeting", "Hello, world");
		assertThat(application.startGeneratedThroughBoot()).isEqualTo(boot);
		assertThat(application.startLean()).isEqualTo(boot);
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.main.web-application-type=servlet", "spring.main.webApplicationType=servlet" })
	void hasAServerWhereTheUserSaysSo(String property) throws Exception {
		Path configuration = Files.createDirectory(this.folder.resolve("configuration"));
		Files.writeString(configuration.resolve("application.properties"), property + "\nserver.port=0\n");
		StartedApplication application = new StartedApplication(WebApplication.class, this.folder, configuration);
		assertThat(application.isLean()).isFalse();
		assertThat(application.line()).contains("as it has a web server");
		assertThat(application.startThroughBoot()).containsEntry("web", "true")
			.containsEntry("dispatcher", "true")
			.containsEntry("served", "true");
	}

}
