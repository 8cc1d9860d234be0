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

import java.util.Map;

import javax.lang.model.element.Modifier;

import dev.kindling.report.BuildReport;
import dev.kindling.start.LeanApplication;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.aot.generate.GeneratedClass;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;
import org.springframework.javapoet.CodeBlock;
import org.springframework.javapoet.MethodSpec;
import org.springframework.javapoet.ParameterizedTypeName;
import org.springframework.javapoet.TypeSpec;
import org.springframework.javapoet.WildcardTypeName;

/**
 * Generates the {@link LeanApplication}, names it in a resource for the image builder,
 * and has it initialised while the executable is built.
 */
class LeanApplicationContribution implements BeanFactoryInitializationAotContribution {

	private static final Log logger = LogFactory.getLog(LeanApplicationContribution.class);

	private static final String FEATURE = "LeanApplication";

	private static final String RESOURCE = "META-INF/kindling/lean-application";

	private static final ParameterizedTypeName STRINGS_TO_OBJECTS = ParameterizedTypeName.get(Map.class, String.class,
			Object.class);

	private final FrozenConfiguration configuration;

	private final UnneededBeans.Decision decision;

	private final ConfigurableListableBeanFactory beanFactory;

	LeanApplicationContribution(FrozenConfiguration configuration, UnneededBeans.Decision decision,
			ConfigurableListableBeanFactory beanFactory) {
		this.configuration = configuration;
		this.decision = decision;
		this.beanFactory = beanFactory;
	}

	@Override
	public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode code) {
		// the class is built when all contributions have been applied, so that the hints
		// are complete by then
		GeneratedClass generated = generationContext.getGeneratedClasses().addForFeature(FEATURE, (type) -> {
			build(type);
			removeHints(generationContext.getRuntimeHints().reflection());
		});
		String name = generated.getName().canonicalName();
		String application = name.substring(0, name.length() - ("__" + FEATURE).length());
		if (!isApplication(application)) {
			// a test's context: there is no main method to start it
			return;
		}
		logger.info("Kindling: the executable starts lean, without Spring Boot's own stages");
		generationContext.getGeneratedFiles().addResourceFile(RESOURCE, name);
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

	private boolean isApplication(String name) {
		try {
			Class<?> application = Class.forName(name, false, this.beanFactory.getBeanClassLoader());
			application.getMethod("main", String[].class);
			return true;
		}
		catch (ClassNotFoundException | NoSuchMethodException ex) {
			return false;
		}
	}

	private void build(TypeSpec.Builder type) {
		boolean conversion = usesConversion();
		type.addModifiers(Modifier.PUBLIC, Modifier.FINAL);
		type.addJavadoc("What {@link $T} needs to start.", LeanApplication.class);
		type.addSuperinterface(LeanApplication.class);
		type.addMethod(method("source",
				ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class)))
			.addStatement("return $L.class", this.decision.source())
			.build());
		type.addMethod(method("initializer",
				ParameterizedTypeName.get(ApplicationContextInitializer.class, GenericApplicationContext.class))
			.addStatement("return new $L__ApplicationContextInitializer()", this.decision.source())
			.build());
		addMap(type, "properties", this.configuration.properties());
		addProfiles(type);
		CodeBlock profiles = this.configuration.activeProfiles()
			.stream()
			.map((profile) -> CodeBlock.of("$S", profile))
			.collect(CodeBlock.joining(", "));
		type.addMethod(
				method("activeProfiles", ClassName.get(String[].class.getComponentType())).returns(String[].class)
					.addStatement("return new $T[] { $L }", String.class, profiles)
					.build());
		addFlag(type, "usesExpressions", usesExpressions());
		addFlag(type, "usesConversion", conversion);
		addFlag(type, "usesRunners", has(ApplicationRunner.class) || has(CommandLineRunner.class));
	}

	private boolean has(Class<?> type) {
		return this.beanFactory.getBeanNamesForType(type, true, false).length > 0;
	}

	private boolean usesExpressions() {
		return this.decision.foreign() || this.configuration.hasExpressions()
				|| UnneededBeans.usesExpressions(this.decision.graph());
	}

	private boolean usesConversion() {
		return this.decision.foreign() || UnneededBeans.uses(this.decision.graph(), Value.class)
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

	private static void addMap(TypeSpec.Builder type, String name, Map<String, Object> values) {
		MethodSpec.Builder method = method(name, STRINGS_TO_OBJECTS);
		method.addStatement("$T properties = new $T<>()", STRINGS_TO_OBJECTS, java.util.LinkedHashMap.class);
		values.forEach((key, value) -> method.addStatement("properties.put($S, $L)", key, literal(value)));
		type.addMethod(method.addStatement("return properties").build());
	}

	private void addProfiles(TypeSpec.Builder type) {
		ParameterizedTypeName mapType = ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class),
				STRINGS_TO_OBJECTS);
		MethodSpec.Builder method = method("profileProperties", mapType);
		method.addStatement("$T profiles = new $T<>()", mapType, java.util.LinkedHashMap.class);
		int index = 0;
		for (Map.Entry<String, Map<String, Object>> profile : this.configuration.profileProperties().entrySet()) {
			String variable = "profile" + index++;
			method.addStatement("$T $L = new $T<>()", STRINGS_TO_OBJECTS, variable, java.util.LinkedHashMap.class);
			profile.getValue()
				.forEach((key, value) -> method.addStatement("$L.put($S, $L)", variable, key, literal(value)));
			method.addStatement("profiles.put($S, $L)", profile.getKey(), variable);
		}
		type.addMethod(method.addStatement("return profiles").build());
	}

	private static CodeBlock literal(Object value) {
		if (value instanceof Integer || value instanceof Boolean) {
			return CodeBlock.of("$L", value);
		}
		if (value instanceof Long) {
			return CodeBlock.of("$LL", value);
		}
		return CodeBlock.of("$S", value.toString());
	}

}
