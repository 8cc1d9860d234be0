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

package dev.kindling.start;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps a web server from starting where a library has brought one along: a function is
 * called through the Runtime API. Whoever sets the type of the web application, in
 * whatever way a property can be set, gets it. The lean start has no server and needs no
 * property.
 */
final class LambdaWebApplicationPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final String TYPE = "spring.main.web-application-type";

	@Override
	public int getOrder() {
		// After the configuration files have been read
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.getProperty(TYPE) == null
				&& environment.getProperty("kindling.function.enabled", Boolean.class, true)) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("kindlingWebApplication", Map.of(TYPE, "none")));
		}
	}

}
