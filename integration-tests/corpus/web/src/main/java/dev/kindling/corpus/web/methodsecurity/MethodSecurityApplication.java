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

package dev.kindling.corpus.web.methodsecurity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Shows: {@code @PreAuthorize}, {@code @PostFilter} and a bean in an expression.
 */
@SpringBootApplication
@EnableMethodSecurity
public class MethodSecurityApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(MethodSecurityApplication.class, args);
	}

	@Bean
	Function<Map<String, String>, List<String>> methodsecurity(Documents documents) {
		return (event) -> {
			SecurityContextHolder.getContext()
				.setAuthentication(
						new TestingAuthenticationToken(event.get("user"), "none", "ROLE_" + event.get("role")));
			try {
				return List.of(documents.delete(event.get("id")), documents.all().toString());
			}
			catch (AccessDeniedException ex) {
				return List.of(ex.getMessage(), documents.all().toString());
			}
			finally {
				SecurityContextHolder.clearContext();
			}
		};
	}

}
