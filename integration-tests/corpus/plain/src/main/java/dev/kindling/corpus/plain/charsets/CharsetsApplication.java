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

package dev.kindling.corpus.plain.charsets;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Shows: texts in {@code windows-1252}, {@code Shift_JIS} and {@code IBM037}.
 */
@SpringBootApplication
public class CharsetsApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(CharsetsApplication.class, args);
	}

	@Bean
	Function<Map<String, String>, Map<String, String>> charsets() {
		return (event) -> {
			Map<String, String> bytes = new LinkedHashMap<>();
			for (String name : List.of("windows-1252", "Shift_JIS", "IBM037")) {
				bytes.put(name, HexFormat.of().formatHex(event.get("text").getBytes(Charset.forName(name))));
			}
			return bytes;
		};
	}

}
