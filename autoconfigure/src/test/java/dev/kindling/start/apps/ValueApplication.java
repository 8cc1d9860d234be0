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

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

@SpringBootApplication(scanBasePackages = "none")
public class ValueApplication {

	public static void main(String[] args) {
		SpringApplication.run(ValueApplication.class, args);
	}

	@Value("${app.greeting}")
	String greeting;

	@Value("${app.missing:fallback}")
	String fallback;

	@Value("#{6 * 7}")
	int expression;

	@Bean
	Report report(@Value("${app.timeout}") Duration timeout, @Value("${app.names}") List<String> names,
			@Value("${app.overridden}") String overridden, @Value("${user.dir}") String directory,
			Environment environment) {
		return new Report().note("greeting", this.greeting)
			.note("fallback", this.fallback)
			.note("expression", this.expression)
			.note("timeout", timeout)
			.note("names", names)
			.note("overridden", overridden)
			.note("directory", directory)
			.note("relaxed", environment.getProperty("app.camel-case"))
			.note("path", environment.getProperty("PATH"));
	}

}
