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

package dev.kindling.start.aot;

import java.util.List;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import dev.kindling.report.BuildReport;
import dev.kindling.start.FrozenObjectMapper;
import dev.kindling.start.LeanApplication;
import dev.kindling.start.environment.GeneratedConfiguration;
import dev.kindling.start.environment.LeanDocument;
import dev.kindling.start.environment.aot.FrozenConfiguration;
import dev.kindling.start.environment.aot.ReadingHints;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GeneratedClass;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.javapoet.ClassName;
import org.springframework.javapoet.CodeBlock;
import org.springframework.javapoet.MethodSpec;
import org.springframework.javapoet.ParameterizedTypeName;
import org.springframework.javapoet.TypeSpec;
import org.springframework.javapoet.WildcardTypeName;
import org.springframework.util.ClassUtils;

/**
 * Generates the {@link LeanApplication}, names it in a resource for the image builder,
 * and has it initialised while the executable is built.
 */
class LeanApplicationContribution implements BeanFactoryInitializationAotContribution {

	private static final Log logger = LogFactory.getLog(LeanApplicationContribution.class);

	private static final String FEATURE = "LeanApplication";

	private final FrozenConfiguration configuration;

	private final UnneededBeans.Decision decision;

	private final ConfigurableListableBeanFactory beanFactory;

	private final ConfigurableEnvironment environment;

	private final ApplicationMain main;

	private final StartMentions code;

	private final @Nullable String readsConfiguration;

	LeanApplicationContribution(FrozenConfiguration configuration, UnneededBeans.Decision decision,
			ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment, ApplicationMain main,
			StartMentions code) {
		this.configuration = configuration;
		this.decision = decision;
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.main = main;
		this.code = code;
		this.readsConfiguration = "boot".equalsIgnoreCase(environment.getProperty("kindling.start.configuration"))
				? "kindling.start.configuration is boot" : configuration.reason();
	}

	@Override
	public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode code) {
		// the class is built when all contributions have been applied, so that the hints
		// are complete by then
		GeneratedClass generated = generationContext.getGeneratedClasses().addForFeature(FEATURE, (type) -> {
			build(type);
			RuntimeHints hints = generationContext.getRuntimeHints();
			removeHints(hints.reflection());
			if (this.readsConfiguration != null) {
				ReadingHints.register(hints, this.beanFactory.getBeanClassLoader());
			}
		});
		String name = generated.getName().canonicalName();
		if (!name.equals(this.main.mainClass().getName() + "__" + FEATURE)) {
			// a test's context: there is no main method to start it
			return;
		}
		logger.info("Kindling: the executable starts lean, without Spring Boot's own stages"
				+ ((this.readsConfiguration != null)
						? ", but reads its configuration files when it starts, as " + this.readsConfiguration : ""));
		generationContext.getGeneratedFiles().addResourceFile(GeneratedConfiguration.RESOURCE, name);
		generationContext.getGeneratedFiles()
			.addResourceFile("META-INF/native-image/dev.kindling/lean-application/native-image.properties",
					"Args = --initialize-at-build-time=" + name + "\n");
	}

	private void removeHints(ReflectionHints hints) {
		BuildReport report = BuildReport.of(this.beanFactory);
		new UnneededHints(this.decision, this.beanFactory.getBeanClassLoader()).removeFrom(hints)
			.forEach((type, reason) -> report.left("hint", type, "UnneededHints", reason));
		report.write();
	}

	private void build(TypeSpec.Builder type) {
		boolean conversion = usesConversion();
		type.addModifiers(Modifier.PUBLIC, Modifier.FINAL);
		type.addJavadoc("What {@link $T} needs to start.", LeanApplication.class);
		type.addSuperinterface(LeanApplication.class);
		type.addMethod(method("source",
				ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class)))
			.addStatement("return $T.class",
					ClassUtils.resolveClassName(this.main.source(), this.beanFactory.getBeanClassLoader()))
			.build());
		type.addMethod(method("initializer",
				ParameterizedTypeName.get(ApplicationContextInitializer.class, GenericApplicationContext.class))
			.addStatement("return new $L__ApplicationContextInitializer()", this.main.mainClass().getName())
			.build());
		addDocuments(type);
		CodeBlock profiles = Stream.of(this.environment.getActiveProfiles())
			.map((profile) -> CodeBlock.of("$S", profile))
			.collect(CodeBlock.joining(", "));
		type.addMethod(
				method("activeProfiles", ClassName.get(String[].class.getComponentType())).returns(String[].class)
					.addStatement("return new $T[] { $L }", String.class, profiles)
					.build());
		addFlag(type, "usesExpressions", usesExpressions());
		addFlag(type, "usesConversion", conversion);
		addFlag(type, "usesRunners", has(ApplicationRunner.class) || has(CommandLineRunner.class));
		addFlag(type, "readsConfiguration", this.readsConfiguration != null);
		addFlag(type, "usesRandomValues", this.readsConfiguration != null || this.configuration.contains("${random.")
				|| this.code.usesRandomValues());
		addFlag(type, "usesCloudPlatforms", this.configuration.hasCloudPlatforms());
		addFlag(type, "freezesObjectMapper", FrozenObjectMapper.isUsedBy(this.beanFactory));
	}

	private boolean has(Class<?> type) {
		return this.beanFactory.getBeanNamesForType(type, true, false).length > 0;
	}

	private boolean usesExpressions() {
		return this.decision.foreign() || this.configuration.contains("#{")
				|| UnneededBeans.usesExpressions(this.decision.graph());
	}

	private boolean usesConversion() {
		return this.decision.foreign() || this.readsConfiguration != null || this.code.usesConversion()
				|| UnneededBeans.uses(this.decision.graph(), Value.class)
				|| UnneededBeans.bindsProperties(this.beanFactory, this.decision.graph());
	}

	private static MethodSpec.Builder method(String name, org.springframework.javapoet.TypeName returnType) {
		return MethodSpec.methodBuilder(name)
			.addAnnotation(Override.class)
			.addModifiers(Modifier.PUBLIC)
			.returns(returnType);
	}

	private static void addFlag(TypeSpec.Builder type, String name, boolean value) {
		type.addMethod(
				method(name, org.springframework.javapoet.TypeName.BOOLEAN).addStatement("return $L", value).build());
	}

	private void addDocuments(TypeSpec.Builder type) {
		List<CodeBlock> calls = (this.readsConfiguration == null) ? this.configuration.addDocuments(type) : List.of();
		type.addMethod(method("documents", ClassName.get(LeanDocument.class)).returns(LeanDocument[].class)
			.addStatement("return new $T[] { $L }", LeanDocument.class, CodeBlock.join(calls, ", "))
			.build());
	}

}
