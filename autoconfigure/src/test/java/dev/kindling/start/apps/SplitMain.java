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

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * As Kotlin compiles a file with a main function and an application's class.
 */
public final class SplitMain {

	private SplitMain() {
	}

	public static void main(String[] args) {
		SpringApplication.run(Application.class, args);
	}

	@SpringBootApplication(scanBasePackages = "none")
	static class Application {

		@Bean
		static Report report(Environment environment) {
			return new Report().note("color", environment.getProperty("color"));
		}

	}

}
