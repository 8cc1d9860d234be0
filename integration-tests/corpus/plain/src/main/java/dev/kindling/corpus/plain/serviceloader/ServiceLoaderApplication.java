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

package dev.kindling.corpus.plain.serviceloader;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Shows: implementations found by {@code ServiceLoader}.
 */
@SpringBootApplication
public class ServiceLoaderApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(ServiceLoaderApplication.class, args);
	}

	@Bean
	Supplier<List<String>> serviceloader() {
		return () -> ServiceLoader.load(Greeting.class)
			.stream()
			.map((greeting) -> greeting.get().text())
			.sorted()
			.toList();
	}

}
