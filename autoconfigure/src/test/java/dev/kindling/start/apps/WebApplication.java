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

import dev.kindling.function.invoke.FunctionInvocationHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication(scanBasePackages = "none")
public class WebApplication {

	public static void main(String[] args) {
		SpringApplication.run(WebApplication.class, args);
	}

	@Bean
	Function<String, String> greet() {
		return (name) -> "Hello, " + name;
	}

	@Bean
	Report report(ApplicationContext context, ObjectProvider<FunctionInvocationHandler> handlers,
			Function<String, String> greet) {
		boolean web = context.getClass().getName().contains("Web");
		return new Report().note("web", web)
			.note("dispatcher", context.containsBean("dispatcherServlet"))
			.note("served", handlers.getIfAvailable() != null)
			.note("greeting", greet.apply("world"));
	}

	@RestController
	static class Controller {

		@GetMapping("/")
		String home() {
			return "home";
		}

	}

}
