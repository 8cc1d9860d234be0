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

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.env.Environment;

/**
 * Sets how the image builder compiles methods and lays methods and objects out, unless
 * properties leave that to GraalVM.
 */
class ImageOptionsAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final String GRAALVM = "graalvm";

	private static final String LINES = "lines";

	static final String FILE = "META-INF/native-image/dev.kindling/image-options/native-image.properties";

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		Environment environment = beanFactory.getBean("environment", Environment.class);
		Map<Choice, String> chosen = new EnumMap<>(Choice.class);
		for (Choice choice : Choice.values()) {
			String value = choice.value(environment);
			if (!value.equals(GRAALVM)) {
				chosen.put(choice, value);
			}
		}
		return chosen.isEmpty() ? null : new Contribution(chosen, packages(beanFactory));
	}

	private static List<String> packages(ConfigurableListableBeanFactory beanFactory) {
		return AutoConfigurationPackages.has(beanFactory) ? AutoConfigurationPackages.get(beanFactory) : List.of();
	}

	/**
	 * What Kindling chooses differently from GraalVM.
	 */
	private enum Choice {

		/**
		 * Compiles for size, as {@code -Os} does, but for what costs calls more than it
		 * saves: methods that run allocate objects inline, without prefetching, and
		 * branches aren't kept from the boundaries of 32 bytes, as with {@code -Os}
		 * itself.
		 */
		OPTIMIZATION("kindling.aot.optimization", "size",
				List.of("-Os", "-H:+UnlockExperimentalVMOptions", "-H:+OutlineWriteBarriers",
						"-H:AllocatePrefetchStyle=0", "-H:MaxUnrolledObjectZeroingStores=4", "-H:CodeAlignment=8",
						"-H:-UseBranchesWithin32ByteBoundary", "-H:-UnlockExperimentalVMOptions",
						"--features=dev.kindling.image.HotMethodsFeature", openHosted(""), openHosted(".code"),
						openHosted(".meta"), openCore(".graal.meta"), openCompiler(".core.common"),
						openCompiler(".debug"), openCompiler(".options"))),

		/**
		 * Lays the methods that run side by side.
		 */
		METHOD_ORDER("kindling.aot.method-order", "measured",
				List.of("--features=dev.kindling.image.MethodOrderFeature", openHosted(""), openHosted(".code"),
						openHosted(".meta"))),

		/**
		 * Lays the objects of the image heap that are used side by side.
		 */
		OBJECT_ORDER("kindling.aot.object-order", "measured",
				List.of("--features=dev.kindling.image.ObjectOrderFeature", openHosted(""), openHosted(".image"),
						openHosted(".meta"), openCore(".image"), openCore(".genscavenge"), openCore(".hub"),
						openCompiler(".api.replacements"))),

		/**
		 * Keeps lines for stack traces, or methods only, and no indexes of byte code.
		 */
		CODE_POSITIONS("kindling.aot.code-positions", List.of(LINES, "methods"),
				List.of("--features=dev.kindling.image.FramePositionsFeature", openHosted(""), openHosted(".code"),
						openCore(""), openCore(".deopt"), openCompiler(".code"), openJdk("code"), openJdk("code.site"),
						openJdk("meta"))),

		/**
		 * Has the kernel read ahead what is used.
		 */
		READ_AHEAD("kindling.aot.read-ahead", "measured",
				List.of("--features=dev.kindling.image.ReadAheadFeature", openHosted(""), openCore("")));

		private final String property;

		/** The first is the default. */
		private final List<String> values;

		private final List<String> arguments;

		Choice(String property, String value, List<String> arguments) {
			this(property, List.of(value), arguments);
		}

		Choice(String property, List<String> values, List<String> arguments) {
			this.property = property;
			this.values = values;
			this.arguments = arguments;
		}

		private static String openHosted(String packageName) {
			return "--add-opens=org.graalvm.nativeimage.builder/com.oracle.svm.hosted" + packageName + "=ALL-UNNAMED";
		}

		private static String openCore(String packageName) {
			return "--add-opens=org.graalvm.nativeimage.builder/com.oracle.svm.core" + packageName + "=ALL-UNNAMED";
		}

		private static String openCompiler(String packageName) {
			return "--add-opens=jdk.graal.compiler/jdk.graal.compiler" + packageName + "=ALL-UNNAMED";
		}

		private static String openJdk(String packageName) {
			return "--add-opens=jdk.internal.vm.ci/jdk.vm.ci." + packageName + "=ALL-UNNAMED";
		}

		String value(Environment environment) {
			String configured = environment.getProperty(this.property, this.values.get(0)).trim();
			if (!this.values.contains(configured) && !configured.equals(GRAALVM)) {
				throw new IllegalArgumentException("'" + this.property + "' can't be '" + configured + "'. Set it to "
						+ String.join(", ", this.values) + " or " + GRAALVM + ".");
			}
			return configured;
		}

	}

	/**
	 * Writes what the image builder reads.
	 */
	private record Contribution(Map<Choice, String> choices,
			List<String> packages) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode code) {
			generationContext.getGeneratedFiles()
				.addResourceFile(FILE,
						arguments().stream().distinct().collect(Collectors.joining(" ", "Args = ", "\n")));
		}

		private List<String> arguments() {
			List<String> arguments = new ArrayList<>();
			this.choices.keySet().forEach((choice) -> arguments.addAll(choice.arguments));
			if (this.choices.containsKey(Choice.OPTIMIZATION)) {
				arguments.add("-Dkindling.image.application=" + String.join(",", this.packages));
			}
			if (!this.choices.getOrDefault(Choice.CODE_POSITIONS, LINES).equals(LINES)) {
				arguments.add("-Dkindling.image.code-positions=" + this.choices.get(Choice.CODE_POSITIONS));
			}
			return arguments;
		}

	}

}
