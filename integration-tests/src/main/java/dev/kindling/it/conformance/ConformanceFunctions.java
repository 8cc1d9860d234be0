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

import java.util.function.Function;

import dev.kindling.function.StreamingResponse;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The functions that the conformance suite serves.
 */
@Configuration(proxyBeanMethods = false)
class ConformanceFunctions {

	@Bean
	Function<byte[], byte[]> conformance() {
		return (event) -> {
			try {
				return Commands.run(event);
			}
			catch (Throwable ex) {
				throw ConformanceFunctions.<RuntimeException>unchecked(ex);
			}
		};
	}

	@Bean
	Function<byte[], StreamingResponse> conformanceStream() {
		return (event) -> StreamingResponse.of("application/octet-stream", (output) -> Commands.stream(event, output));
	}

	/**
	 * Says that the application has been closed.
	 */
	@Bean
	DisposableBean conformanceEnd() {
		return () -> System.out.println("application closed");
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> T unchecked(Throwable failure) throws T {
		throw (T) failure;
	}

}
