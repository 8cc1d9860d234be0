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

package dev.kindling.function.aot;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

import javax.lang.model.element.Modifier;

import dev.kindling.function.bind.FunctionBinding;
import dev.kindling.function.bind.FunctionBindings;
import dev.kindling.function.bind.FunctionShape;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.bind.GeneratedFunctions;
import dev.kindling.runtime.context.LambdaContext;
import dev.kindling.types.GenericTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.AccessControl;
import org.springframework.aot.generate.GeneratedMethod;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.javapoet.CodeBlock;
import org.springframework.javapoet.MethodSpec;

/**
 * Writes the bindings as code, with the types as constants.
 */
class FunctionContribution implements BeanFactoryInitializationAotContribution {

	private final FunctionBindings bindings;

	private final List<String> features;

	FunctionContribution(FunctionBindings bindings, List<String> features) {
		this.bindings = bindings;
		this.features = features;
	}

	@Override
	public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode code) {
		PayloadTypes types = new PayloadTypes();
		for (FunctionBinding binding : this.bindings.all()) {
			types.add(binding.input());
			types.add(binding.output());
		}
		types.register(generationContext.getRuntimeHints());
		// where Logback is used, the executable looks for them when it runs
		this.features.forEach((feature) -> generationContext.getRuntimeHints()
			.reflection()
			.registerType(TypeReference.of(GeneratedFunctions.typeOf(feature))));
		if (this.features.contains(GeneratedFunctions.ROUTING)) {
			registerExpressionHints(generationContext.getRuntimeHints());
		}
		generationContext.getGeneratedFiles()
			.addResourceFile(GeneratedFunctions.RESOURCE, "functions\n" + String.join("\n", this.features) + "\n");
		GeneratedMethod method = code.getMethods()
			.add("registerFunctions", (builder) -> build(builder, generationContext));
		code.addInitializer(method.toMethodReference());
	}

	/**
	 * What an expression may call: methods of texts and collections, and the context.
	 */
	private void registerExpressionHints(RuntimeHints hints) {
		for (Class<?> type : new Class<?>[] { String.class, LinkedHashMap.class, ArrayList.class, HashMap.class,
				LambdaContext.class }) {
			hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
		}
	}

	private void build(MethodSpec.Builder method, GenerationContext generationContext) {
		method.addJavadoc("Register the functions that can be served.");
		method.addModifiers(Modifier.PRIVATE, Modifier.STATIC);
		method.addParameter(DefaultListableBeanFactory.class, "beanFactory");
		CodeBlock.Builder list = CodeBlock.builder();
		boolean first = true;
		for (FunctionBinding binding : this.bindings.all()) {
			list.add(first ? "\n" : ",\n");
			list.add("new $T($S, $T.$L, $L, $L)", FunctionBinding.class, binding.name(), FunctionShape.class,
					binding.shape().name(), type(binding.input(), generationContext),
					type(binding.output(), generationContext));
			first = false;
		}
		method.addStatement("beanFactory.registerSingleton($T.BEAN_NAME, $T.of($L))", FunctionBindings.class,
				FunctionBindings.class, list.build());
	}

	private static CodeBlock type(@Nullable Type type, GenerationContext generationContext) {
		if (type instanceof ParameterizedType parameterized) {
			CodeBlock.Builder code = CodeBlock.builder();
			code.add("$T.parameterized($L", GenericTypes.class, type(parameterized.getRawType(), generationContext));
			for (Type argument : parameterized.getActualTypeArguments()) {
				code.add(", $L", type(argument, generationContext));
			}
			return code.add(")").build();
		}
		if (type instanceof GenericArrayType array) {
			return CodeBlock.of("$T.arrayOf($L)", GenericTypes.class,
					type(array.getGenericComponentType(), generationContext));
		}
		if (!(type instanceof Class<?> raw)) {
			return CodeBlock.of("null");
		}
		if (AccessControl.forResolvableType(ResolvableType.forClass(raw)).isPublic()) {
			return CodeBlock.of("$T.class", raw);
		}
		// Generated code can't name it, but find it
		generationContext.getRuntimeHints().reflection().registerType(raw, (TypeHint.Builder hint) -> {
		});
		return CodeBlock.of("$T.named($S, beanFactory.getBeanClassLoader())", FunctionTypes.class, raw.getName());
	}

}
