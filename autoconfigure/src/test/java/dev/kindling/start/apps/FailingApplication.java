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

package dev.kindling.start.apps;

import java.util.function.Function;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Can't start: there is no {@code Runnable}. Spring Boot knows what to say about that.
 */
@SpringBootApplication(scanBasePackages = "none")
public class FailingApplication {

	public static void main(String[] args) {
		SpringApplication.run(FailingApplication.class, args);
	}

	@Bean
	Function<String, String> greeting(ObjectProvider<Runnable> missing, Environment environment) {
		if (environment.containsProperty("failing")) {
			throw new IllegalStateException("nobody knows this one");
		}
		missing.getObject().run();
		return (name) -> "Hello, " + name;
	}

}
