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

package dev.kindling.test.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;

/**
 * The function under test. An event that is a {@link String} is JSON already; any other
 * object is written as JSON.
 */
public final class LambdaFunction {

	private static final String CLASSPATH = "classpath:";

	private final LocalLambda lambda;

	private final ClassLoader classLoader;

	LambdaFunction(LocalLambda lambda, ClassLoader classLoader) {
		this.lambda = lambda;
		this.classLoader = classLoader;
	}

	/**
	 * Calls the function. A function that fails is no exception: see
	 * {@link InvokeResult#isError()}.
	 * @param event an object, or JSON
	 * @return the answer, the log and the report
	 */
	public InvokeResult invoke(Object event) {
		if (event instanceof InvokeRequest request) {
			return this.lambda.invoke(request);
		}
		return (event instanceof String json) ? this.lambda.invoke(json) : this.lambda.invoke(event);
	}

	/**
	 * Calls the function and reads its answer.
	 * @param event an object, or JSON
	 * @param type what the answer is
	 * @param <T> what the answer is
	 * @return the answer
	 * @throws IllegalStateException if the function fails
	 */
	public <T> T invoke(Object event, Class<T> type) {
		return invoke(event).as(type);
	}

	/**
	 * Calls the function with an event from a file.
	 * @param location a path, or {@code classpath:} and a resource's name
	 * @return the answer, the log and the report
	 */
	public InvokeResult invokeFile(String location) {
		return this.lambda.invoke(InvokeRequest.of(read(location)));
	}

	/**
	 * Calls the function with an event from a file and reads its answer.
	 * @param location a path, or {@code classpath:} and a resource's name
	 * @param type what the answer is
	 * @param <T> what the answer is
	 * @return the answer
	 * @throws IllegalStateException if the function fails
	 */
	public <T> T invokeFile(String location, Class<T> type) {
		return invokeFile(location).as(type);
	}

	private byte[] read(String location) {
		try {
			if (!location.startsWith(CLASSPATH)) {
				return Files.readAllBytes(Path.of(location));
			}
			String name = location.substring(CLASSPATH.length());
			try (InputStream input = this.classLoader
				.getResourceAsStream(name.startsWith("/") ? name.substring(1) : name)) {
				if (input == null) {
					throw new IllegalArgumentException("There is no " + location);
				}
				return input.readAllBytes();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The event can't be read from " + location, ex);
		}
	}

}
