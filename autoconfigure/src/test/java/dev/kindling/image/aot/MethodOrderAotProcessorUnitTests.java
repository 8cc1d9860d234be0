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

import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MethodOrderAotProcessor}.
 */
class MethodOrderAotProcessorUnitTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void namesTheFeatureAndOpensWhatItWorksWith() throws Exception {
		TestGenerationContext context = new TestGenerationContext();
		process().applyTo(context, null);
		context.writeGeneratedContent();
		assertThat(context.getGeneratedFiles().getGeneratedFileContent(Kind.RESOURCE, MethodOrderAotProcessor.FILE))
			.startsWith("Args = --features=dev.kindling.image.MethodOrderFeature --add-opens=")
			.contains("org.graalvm.nativeimage.builder/com.oracle.svm.hosted.code=ALL-UNNAMED")
			.endsWith("\n");
	}

	@Test
	void leavesGraalVmsOrderIfToldTo() {
		this.environment.setProperty("kindling.aot.method-order", "graalvm");
		assertThat(process()).isNull();
	}

	@Test
	void refusesAnotherOrder() {
		this.environment.setProperty("kindling.aot.method-order", "name");
		assertThatIllegalArgumentException().isThrownBy(this::process)
			.withMessage("'kindling.aot.method-order' can't be 'name'. Set it to measured or graalvm.");
	}

	private BeanFactoryInitializationAotContribution process() {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerSingleton("environment", this.environment);
		return new MethodOrderAotProcessor().processAheadOfTime(beanFactory);
	}

}
