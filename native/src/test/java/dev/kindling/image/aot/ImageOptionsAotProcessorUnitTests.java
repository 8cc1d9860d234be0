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
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ImageOptionsAotProcessor}.
 */
class ImageOptionsAotProcessorUnitTests {

	private final MockEnvironment environment = new MockEnvironment();

	private List<String> packages = List.of();

	@Test
	void compilesForSizeAndLaysMethodsAndObjectsOutUnlessToldOtherwise() throws IOException {
		assertThat(arguments()).startsWith("Args = -Os -H:+UnlockExperimentalVMOptions ")
			.contains(" -H:-UnlockExperimentalVMOptions --features=dev.kindling.image.HotMethodsFeature --add-opens=")
			.contains(" --features=dev.kindling.image.MethodOrderFeature ")
			.contains(" --features=dev.kindling.image.ObjectOrderFeature ")
			.contains(" --features=dev.kindling.image.FramePositionsFeature ")
			.contains(" --features=dev.kindling.image.ReadAheadFeature ")
			.endsWith("\n");
	}

	@Test
	void opensEachPackageOnce() throws IOException {
		assertThat(arguments().split(" ")).doesNotHaveDuplicates();
	}

	@Test
	void leavesToGraalVmWhatPropertiesLeaveToIt() throws IOException {
		this.environment.setProperty("kindling.aot.optimization", "graalvm");
		assertThat(arguments()).startsWith("Args = --features=").doesNotContain("-Os");
		this.environment.setProperty("kindling.aot.method-order", "graalvm");
		assertThat(arguments()).doesNotContain("MethodOrderFeature").contains("ObjectOrderFeature");
		this.environment.setProperty("kindling.aot.object-order", "graalvm");
		assertThat(arguments()).doesNotContain("ObjectOrderFeature").contains("FramePositionsFeature");
		this.environment.setProperty("kindling.aot.code-positions", "graalvm");
		assertThat(arguments()).doesNotContain("FramePositionsFeature").contains("ReadAheadFeature");
		this.environment.setProperty("kindling.aot.read-ahead", "graalvm");
		assertThat(process()).isNull();
		this.environment.setProperty("kindling.aot.optimization", "size");
		assertThat(arguments()).startsWith("Args = -Os ").doesNotContain("Order");
	}

	@Test
	void saysWhichMethodsAreTheApplicationsOwn() throws IOException {
		this.packages = List.of("com.example", "org.shop");
		assertThat(arguments()).contains(" -Dkindling.image.application=com.example,org.shop");
		this.environment.setProperty("kindling.aot.optimization", "graalvm");
		assertThat(arguments()).doesNotContain("kindling.image.application");
	}

	@Test
	void keepsNoLinesWhereThatIsAskedFor() throws IOException {
		assertThat(arguments()).doesNotContain("kindling.image.code-positions");
		this.environment.setProperty("kindling.aot.code-positions", "methods");
		assertThat(arguments()).contains("FramePositionsFeature").contains(" -Dkindling.image.code-positions=methods");
	}

	@ParameterizedTest
	@CsvSource({ "kindling.aot.optimization, size", "kindling.aot.method-order, measured",
			"kindling.aot.object-order, measured", "kindling.aot.code-positions, 'lines, methods'",
			"kindling.aot.read-ahead, measured" })
	void refusesAnotherValue(String property, String known) {
		this.environment.setProperty(property, "fast");
		assertThatIllegalArgumentException().isThrownBy(this::process)
			.withMessage("'" + property + "' can't be 'fast'. Set it to " + known + " or graalvm.");
	}

	private String arguments() throws IOException {
		TestGenerationContext context = new TestGenerationContext();
		process().applyTo(context, null);
		context.writeGeneratedContent();
		return context.getGeneratedFiles().getGeneratedFileContent(Kind.RESOURCE, ImageOptionsAotProcessor.FILE);
	}

	private BeanFactoryInitializationAotContribution process() {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerSingleton("environment", this.environment);
		this.packages.forEach((name) -> AutoConfigurationPackages.register(beanFactory, name));
		return new ImageOptionsAotProcessor().processAheadOfTime(beanFactory);
	}

}
