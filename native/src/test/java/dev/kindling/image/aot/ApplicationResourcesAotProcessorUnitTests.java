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

package dev.kindling.image.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * An application finds its own resources in the executable.
 */
class ApplicationResourcesAotProcessorUnitTests {

	@TempDir
	Path classes;

	private void add(String name) throws IOException {
		Path file = this.classes.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, "");
	}

	@Test
	void takesWhatLiesBesideTheClassesButNoConfigurationAndNoMetadata() throws IOException {
		for (String name : List.of("com/example/App.class", "com/example/query.sql", "templates/mail.txt",
				"application.properties", "application-prod.yml", "config/application.yaml",
				"META-INF/spring.factories", "META-INF/native-image/reflect-config.json")) {
			add(name);
		}
		assertThat(ApplicationResourcesAotProcessor.resources(List.of(this.classes)))
			.containsExactly("com/example/query.sql", "templates/mail.txt");
	}

	@Test
	void refusesAValueThatIsNone() {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerSingleton("environment",
				new MockEnvironment().withProperty("kindling.aot.resources", "all"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ApplicationResourcesAotProcessor().processAheadOfTime(beanFactory))
			.withMessage("'kindling.aot.resources' can't be 'all'. Set it to application or none.");
	}

}
