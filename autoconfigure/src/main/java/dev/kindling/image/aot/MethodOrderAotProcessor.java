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

import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Has the image builder lay the methods that run side by side, unless
 * {@code kindling.aot.method-order} is {@code graalvm}.
 */
class MethodOrderAotProcessor implements BeanFactoryInitializationAotProcessor {

	static final String FILE = "META-INF/native-image/dev.kindling/method-order/native-image.properties";

	private static final String PROPERTY = "kindling.aot.method-order";

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		String order = beanFactory.getBean("environment", Environment.class).getProperty(PROPERTY, "measured").trim();
		return switch (order) {
			case "measured" -> new Contribution();
			case "graalvm" -> null;
			default -> throw new IllegalArgumentException(
					"'" + PROPERTY + "' can't be '" + order + "'. Set it to measured or graalvm.");
		};
	}

	/**
	 * Names the feature, and opens to it what it works with.
	 */
	private static final class Contribution implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode code) {
			generationContext.getGeneratedFiles()
				.addResourceFile(FILE,
						"Args = --features=dev.kindling.image.MethodOrderFeature" + open("com.oracle.svm.hosted")
								+ open("com.oracle.svm.hosted.code") + open("com.oracle.svm.hosted.meta") + "\n");
		}

		private static String open(String packageName) {
			return " --add-opens=org.graalvm.nativeimage.builder/" + packageName + "=ALL-UNNAMED";
		}

	}

}
