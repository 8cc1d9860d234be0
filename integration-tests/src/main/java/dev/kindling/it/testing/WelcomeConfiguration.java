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

package dev.kindling.it.testing;

import java.util.function.Function;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Welcomes a guest in the words that the environment gives.
 */
@Configuration(proxyBeanMethods = false)
class WelcomeConfiguration {

	@Bean
	Function<Guest, Welcome> welcome(Environment environment) {
		return (guest) -> new Welcome(environment.getProperty("WELCOME_TEXT", "Welcome") + ", " + guest.name(),
				ProcessHandle.current().pid());
	}

	/**
	 * Who comes.
	 *
	 * @param name the name
	 */
	record Guest(String name) {
	}

	/**
	 * What is said.
	 *
	 * @param text the words
	 * @param pid where they were said
	 */
	record Welcome(String text, long pid) {
	}

}
