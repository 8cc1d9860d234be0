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

package dev.kindling.it.conformance;

import java.util.List;
import java.util.Map;

import dev.kindling.runtime.HttpPrelude;
import dev.kindling.runtime.InvocationResponse;
import dev.kindling.runtime.loop.LambdaRuntime;

/**
 * The runtime by itself, without Spring.
 */
public final class PlainFunction {

	private PlainFunction() {
	}

	/**
	 * Starts the runtime.
	 * @param args {@code stream} streams, {@code prelude} streams for HTTP
	 */
	public static void main(String[] args) {
		Map<String, String> environment = System.getenv();
		String handler = environment.getOrDefault("_HANDLER", "conformance");
		LambdaRuntime runtime = LambdaRuntime.builder(environment).handler((invocation) -> switch (handler) {
			case "conformanceStream" -> InvocationResponse.streaming("application/octet-stream",
					(output) -> Commands.stream(invocation.body(), output));
			case "conformanceHttpStream" -> new HttpPrelude(201, Map.of("X-Name", "value"), List.of("a=b"))
				.streaming((output) -> Commands.stream(invocation.body(), output));
			default -> InvocationResponse.of(Commands.run(invocation.body()));
		})
			.onShutdown(() -> System.out.println("application closed"))
			.shutdownSignal(!"off".equals(environment.get("CONFORMANCE_SIGNAL")))
			.build();
		if ("conformanceMissing".equals(handler)) {
			runtime.initError(new IllegalStateException("No function conformanceMissing"));
			System.exit(1);
		}
		runtime.start();
	}

}
