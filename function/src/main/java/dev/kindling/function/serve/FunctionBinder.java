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

package dev.kindling.function.serve;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.FunctionBindingException;
import dev.kindling.function.HttpExceptionMapper;
import dev.kindling.function.batch.ItemReaders;
import dev.kindling.function.bind.FunctionBinding;
import dev.kindling.function.bind.FunctionBindings;
import dev.kindling.function.bind.FunctionOptions;
import dev.kindling.function.call.BoundFunction;
import dev.kindling.function.call.Composition;
import dev.kindling.function.call.FunctionCalls;
import dev.kindling.function.call.LambdaContexts;
import dev.kindling.function.http.HttpRequestEvent;
import dev.kindling.function.http.MalformedHttpEventException;
import dev.kindling.function.http.call.HttpAnswers;
import dev.kindling.function.http.call.HttpFailures;
import dev.kindling.function.http.call.HttpTypes;
import dev.kindling.function.payload.EventMarks;
import dev.kindling.function.payload.EventTrees;
import dev.kindling.function.payload.ResultWriter;
import dev.kindling.runtime.InvocationResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.env.Environment;

/**
 * Binds functions to all that is between them and the Runtime API.
 */
public final class FunctionBinder {

	private final ConfigurableListableBeanFactory beans;

	private final FunctionBindings bindings;

	private final ObjectMapper mapper;

	private final LambdaContexts contexts;

	private final FunctionOptions options;

	private final HttpFailures failures;

	private final EventTrees trees;

	public FunctionBinder(ConfigurableListableBeanFactory beans, FunctionBindings bindings, Environment environment,
			LambdaContexts contexts) {
		this.beans = beans;
		this.bindings = bindings;
		this.contexts = contexts;
		this.mapper = beans.getBean(ObjectMapper.class);
		this.options = FunctionOptions.of(environment);
		List<HttpExceptionMapper> mappers = new ArrayList<>();
		for (String name : beans.getBeanNamesForType(HttpExceptionMapper.class)) {
			mappers.add(beans.getBean(name, HttpExceptionMapper.class));
		}
		AnnotationAwareOrderComparator.sort(mappers);
		this.failures = new HttpFailures(mappers);
		this.trees = new EventTrees(this.mapper);
	}

	/**
	 * Finds out whether an event is an HTTP request.
	 * @return the request, or {@code null} if it is none
	 */
	public @Nullable HttpRequestEvent request(byte[] event) {
		return (this.options.http() && EventMarks.mayHaveEnvelope(event)) ? HttpRequestEvent.of(this.trees.read(event))
				: null;
	}

	/**
	 * Answers a request that can't be read.
	 */
	public InvocationResponse badRequest(HttpRequestEvent request, MalformedHttpEventException failure) {
		return InvocationResponse.of(new HttpAnswers(new ResultWriter(null, this.mapper), new HttpTypes(this.mapper))
			.write(request, HttpFailures.problem(failure.status(), failure.getMessage())));
	}

	/**
	 * Binds a function, or several that are composed.
	 * @param definition the functions' names, separated by {@code |}
	 * @throws FunctionBindingException if one of them doesn't exist, or they can't be
	 * composed
	 */
	public ServedFunction bind(String definition) {
		List<BoundFunction> functions = new ArrayList<>();
		for (FunctionBinding binding : this.bindings.compose(definition)) {
			Object bean = this.beans.getBean(binding.name());
			functions.add(new BoundFunction(binding, FunctionCalls.of(binding.shape(), bean, this.contexts),
					this.mapper, this.contexts, this.options.refusesUnknown()));
		}
		return new ServedFunction(new Composition(functions), this.trees, this.mapper, this.options, this.failures,
				this.contexts, new ItemReaders(this.beans));
	}

}
