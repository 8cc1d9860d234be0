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

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/**
 * Spring's builder of Jackson's mappers makes this module by reflection, but registers
 * its other modules only.
 */
class JacksonModuleHints implements RuntimeHintsRegistrar {

	private static final String MODULE = "com.fasterxml.jackson.module.paramnames.ParameterNamesModule";

	private static final TypeReference BUILDER = TypeReference
		.of("org.springframework.http.converter.json.Jackson2ObjectMapperBuilder");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.reflection()
			.registerTypeIfPresent(classLoader, MODULE,
					(type) -> type.onReachableType(BUILDER).withMembers(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
	}

}
