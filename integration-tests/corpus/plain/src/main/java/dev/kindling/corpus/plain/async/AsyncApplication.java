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

package dev.kindling.corpus.plain.async;

import java.util.Map;
import java.util.function.Function;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * Shows: {@code @Async} methods that return a {@code CompletableFuture} or nothing.
 */
@SpringBootApplication
@EnableAsync
public class AsyncApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(AsyncApplication.class, args);
	}

	@Bean
	Function<String, Map<String, Object>> async(Worker worker) {
		return (name) -> {
			String caller = Thread.currentThread().getName();
			worker.fire();
			String thread = worker.threadOf(name).join();
			return Map.of("elsewhere", !thread.equals(caller), "thread", thread.replaceAll("[0-9]+$", ""), "fired",
					worker.hasFired());
		};
	}

}
