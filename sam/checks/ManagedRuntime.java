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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * Does what a managed Java runtime does with a handler: makes it once, then gives it each
 * event and a context. Prints each answer on a line, after the word "answer".
 */
final class ManagedRuntime {

	private ManagedRuntime() {
	}

	public static void main(String[] arguments) throws Exception {
		String handler = System.getenv("_HANDLER").replace("::handleRequest", "");
		RequestStreamHandler function = (RequestStreamHandler) Class.forName(handler)
			.getDeclaredConstructor()
			.newInstance();
		for (String event : arguments) {
			ByteArrayOutputStream output = new ByteArrayOutputStream();
			function.handleRequest(new ByteArrayInputStream(Files.readAllBytes(Path.of(event))), output, context());
			System.out.println("answer " + output.toString(StandardCharsets.UTF_8));
		}
		System.exit(0);
	}

	private static Context context() {
		return (Context) Proxy.newProxyInstance(ManagedRuntime.class.getClassLoader(), new Class<?>[] { Context.class },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "getAwsRequestId" -> "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
					case "getRemainingTimeInMillis", "getMemoryLimitInMB" -> 1024;
					case "hashCode" -> 1;
					case "toString" -> "context";
					default -> null;
				});
	}

}
