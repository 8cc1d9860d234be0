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

package dev.kindling.corpus.plain.configurationproperties;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Shows: {@code @ConfigurationProperties} of every shape and type.
 */
@SpringBootApplication
@EnableConfigurationProperties({ Store.class, Catalog.class, Types.class, Immutable.class, Derived.class })
public class ConfigurationPropertiesApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(ConfigurationPropertiesApplication.class, args);
	}

	@Bean
	@ConfigurationProperties("configurationproperties.foreign")
	Foreign foreign() {
		return new Foreign();
	}

	@Bean
	Supplier<Map<String, String>> configurationproperties(Store store, Catalog catalog, Types types,
			Immutable immutable, Derived derived, Foreign foreign) {
		return () -> {
			Map<String, String> values = new LinkedHashMap<>();
			values.put("store", store.toString());
			values.put("catalog", catalog.toString());
			values.put("types", types.toString());
			values.put("immutable", immutable.toString());
			values.put("derived", derived.getBase() + " " + derived.getOwn());
			values.put("foreign", String.valueOf(foreign.getFirstName()));
			return values;
		};
	}

}
