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

package dev.kindling.corpus.web.imageparts;

import java.util.Set;
import java.util.function.Function;

import org.jspecify.parts.LibraryPartUses;
import org.jspecify.parts.PartUses;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Uses a part of the executable, which {@code kindling.aot.keep} keeps in it.
 */
@SpringBootApplication
public class ImagePartsApplication {

	private static final Set<String> OF_LIBRARIES = Set.of("validation-xml", "h2-realms", "desktop");

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(ImagePartsApplication.class, args);
	}

	@Bean
	Function<String, String> imageparts() {
		return (part) -> OF_LIBRARIES.contains(part) ? LibraryPartUses.of(part) : PartUses.of(part);
	}

}
