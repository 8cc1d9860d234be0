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

package dev.kindling.maven.inventory;

import java.io.StringReader;

import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BootPluginUnitTests {

	private final MavenProject project = new MavenProject();

	private final Plugin plugin = new Plugin();

	BootPluginUnitTests() {
		this.plugin.setGroupId("org.springframework.boot");
		this.plugin.setArtifactId("spring-boot-maven-plugin");
		this.project.getBuild().addPlugin(this.plugin);
	}

	private void execution(String goal, String mainClass) throws Exception {
		PluginExecution execution = new PluginExecution();
		execution.setId(goal);
		execution.addGoal(goal);
		execution.setConfiguration(configuration(mainClass));
		this.plugin.addExecution(execution);
	}

	private static Xpp3Dom configuration(String mainClass) throws Exception {
		return Xpp3DomBuilder
			.build(new StringReader("<configuration><mainClass>" + mainClass + "</mainClass></configuration>"), false);
	}

	private @Nullable String mainClass() {
		return BootPlugin.mainClass(this.project);
	}

	@Test
	void hasToBeLookedForWhereNothingNamesIt() {
		assertThat(mainClass()).isNull();
		assertThat(BootPlugin.mainClass(new MavenProject())).isNull();
	}

	@Test
	void isThatOfTheStartersProperty() {
		this.project.getProperties().setProperty("start-class", "com.example.Started");
		assertThat(mainClass()).isEqualTo("com.example.Started");
	}

	@Test
	void isThatOfThePluginWithoutBlanks() throws Exception {
		this.project.getProperties().setProperty("start-class", "com.example.Started");
		this.plugin.setConfiguration(configuration("\n  com.example.Configured\n"));
		assertThat(mainClass()).isEqualTo("com.example.Configured");
	}

	@Test
	void isNoPlaceholderThatNothingSets() throws Exception {
		this.plugin.setConfiguration(configuration("${start-class}"));
		assertThat(mainClass()).isNull();
		this.plugin.setConfiguration(configuration("  "));
		assertThat(mainClass()).isNull();
	}

	@Test
	void isThatOfTheJarWhereNothingElseNamesIt() throws Exception {
		execution("repackage", "com.example.Packaged");
		assertThat(mainClass()).isEqualTo("com.example.Packaged");
	}

	@Test
	void isThatOfProcessingAheadOfTimeFirst() throws Exception {
		execution("repackage", "com.example.Packaged");
		execution("process-aot", "com.example.Processed");
		this.plugin.setConfiguration(configuration("com.example.Configured"));
		assertThat(mainClass()).isEqualTo("com.example.Processed");
	}

}
