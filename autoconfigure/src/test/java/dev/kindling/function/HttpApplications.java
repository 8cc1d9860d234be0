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

package dev.kindling.function;

import java.util.HashMap;
import java.util.Map;

import dev.kindling.autoconfigure.FunctionAutoConfiguration;
import dev.kindling.function.corpus.HttpEnvelope;
import dev.kindling.function.corpus.HttpEnvelope.Request;
import dev.kindling.function.corpus.HttpEnvelope.Response;
import dev.kindling.runtime.InvocationHandler;

import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Functions that answer HTTP requests, each in an application of its own that serves
 * every request.
 */
final class HttpApplications implements AutoCloseable {

	private final Class<?> configuration;

	private final Map<String, AnnotationConfigApplicationContext> contexts = new HashMap<>();

	HttpApplications(Class<?> configuration) {
		this.configuration = configuration;
	}

	Response send(HttpEnvelope envelope, String function, Request request) throws Exception {
		try {
			return envelope.response(Functions.bytes(this.contexts.computeIfAbsent(function, this::start)
				.getBean(InvocationHandler.class)
				.handle(Functions
					.invocation(envelope.event(request).getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
		}
		catch (Exception | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private AnnotationConfigApplicationContext start(String function) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		TestPropertyValues.of("spring.cloud.function.definition=" + function).applyTo(context);
		context.register(this.configuration, JacksonAutoConfiguration.class, FunctionAutoConfiguration.class);
		context.refresh();
		return context;
	}

	@Override
	public void close() {
		this.contexts.values().forEach(AnnotationConfigApplicationContext::close);
	}

}
