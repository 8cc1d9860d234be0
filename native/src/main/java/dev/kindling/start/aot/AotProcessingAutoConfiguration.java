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

package dev.kindling.start.aot;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/**
 * What changes the bean definitions while the application is processed ahead of time. It
 * doesn't become part of the executable itself.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("spring.aot.processing")
public class AotProcessingAutoConfiguration {

	/**
	 * Freezes an {@link ObjectMapper} that nothing configures.
	 * @param environment where configured properties are looked for
	 * @return the post-processor
	 */
	@Bean
	@ConditionalOnClass({ ObjectMapper.class, Jackson2ObjectMapperBuilder.class })
	static ObjectMapperFreezer objectMapperFreezer(ConfigurableEnvironment environment) {
		return new ObjectMapperFreezer(environment);
	}

}
