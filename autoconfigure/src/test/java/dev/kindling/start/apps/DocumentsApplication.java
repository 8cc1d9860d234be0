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

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

@SpringBootApplication(scanBasePackages = "none")
public class DocumentsApplication {

	public static void main(String[] args) {
		SpringApplication.run(DocumentsApplication.class, args);
	}

	@Bean
	static Report report(Environment environment) {
		Report report = new Report();
		for (String name : List.of("stage", "color", "size", "shape", "number", "imported", "camel-case",
				"from.json")) {
			report.note(name, environment.getProperty(name));
		}
		return report.note("timeout", environment.getProperty("timeout", Duration.class))
			.note("limit", environment.getProperty("limit", DataSize.class))
			.note("random", environment.getProperty("random-number", Integer.class, 0) > 0)
			.note("profiles", List.of(environment.getActiveProfiles()))
			.note("list", Binder.get(environment).bind("list", Bindable.listOf(String.class)).orElse(List.of()))
			.note("pid",
					environment.getProperty("spring.application.pid", Long.class) == ProcessHandle.current().pid());
	}

}
