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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.autoconfigure.FunctionAutoConfiguration;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.InvocationResponse;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * An application with functions that is called as the loop does.
 */
final class Functions {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private final List<Class<?>> configurations;

	private final List<String> properties = new ArrayList<>();

	private Functions(Class<?>... configurations) {
		this.configurations = Arrays.asList(configurations);
	}

	static Functions of(Class<?>... configurations) {
		return new Functions(configurations);
	}

	Functions with(String... properties) {
		this.properties.addAll(List.of(properties));
		return this;
	}

	Functions serving(String name) {
		return with("spring.cloud.function.definition=" + name);
	}

	ApplicationContextRunner runner() {
		ApplicationContextRunner runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, FunctionAutoConfiguration.class));
		for (Class<?> configuration : this.configurations) {
			runner = runner.withUserConfiguration(configuration);
		}
		return runner.withPropertyValues(this.properties.toArray(String[]::new))
			.withPropertyValues("AWS_LAMBDA_FUNCTION_NAME=orders", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256");
	}

	/**
	 * Invokes the function and returns what it answers, as text.
	 */
	String invoke(String event) {
		return new String(invoke(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
	}

	JsonNode json(String event) {
		try {
			return MAPPER.readTree(invoke(event));
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	byte[] invoke(byte[] event) {
		byte[][] answer = new byte[1][];
		runner().run((context) -> {
			try {
				answer[0] = bytes(context.getBean(InvocationHandler.class).handle(invocation(event)));
			}
			catch (Throwable ex) {
				throw new InvocationFailed(ex);
			}
		});
		return answer[0];
	}

	/**
	 * Invokes the function, which fails.
	 */
	Throwable fail(String event) {
		try {
			String answer = invoke(event);
			throw new AssertionError("It answered " + answer);
		}
		catch (InvocationFailed ex) {
			return ex.getCause();
		}
	}

	InvocationResponse respond(String event) {
		InvocationResponse[] response = new InvocationResponse[1];
		runner().run((context) -> {
			try {
				response[0] = context.getBean(InvocationHandler.class)
					.handle(invocation(event.getBytes(StandardCharsets.UTF_8)));
			}
			catch (Throwable ex) {
				throw new InvocationFailed(ex);
			}
		});
		return response[0];
	}

	static byte[] bytes(InvocationResponse response) throws Exception {
		if (response instanceof InvocationResponse.Buffered buffered) {
			return buffered.body();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		((InvocationResponse.Streaming) response).writer().write(bytes);
		return bytes.toByteArray();
	}

	static Invocation invocation(byte[] event) {
		return new Invocation("request-1", Instant.now().plusSeconds(30),
				"arn:aws:lambda:eu-central-1:123456789012:function:orders", "Root=1-5759e988-bd862e3fe1be46a994272793",
				null, null, "tenant-1", "application/json", Map.of(), event);
	}

	/**
	 * What the function threw.
	 */
	static final class InvocationFailed extends RuntimeException {

		InvocationFailed(Throwable cause) {
			super(cause);
		}

	}

}
