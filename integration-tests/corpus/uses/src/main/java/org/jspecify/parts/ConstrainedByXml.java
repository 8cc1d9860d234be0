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

package org.jspecify.parts;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * Has a constraint that only XML knows.
 */
final class ConstrainedByXml {

	private static final String MAPPING = """
			<constraint-mappings xmlns="https://jakarta.ee/xml/ns/validation/mapping" version="3.0">
				<bean class="%s">
					<field name="name">
						<constraint annotation="jakarta.validation.constraints.NotNull"/>
					</field>
				</bean>
			</constraint-mappings>
			""".formatted(ConstrainedByXml.class.getName());

	private final @Nullable String name = null;

	private ConstrainedByXml() {
	}

	static String violated() {
		try (ValidatorFactory factory = Validation.byDefaultProvider()
			.configure()
			.messageInterpolator(new ParameterMessageInterpolator())
			.addMapping(new ByteArrayInputStream(MAPPING.getBytes(StandardCharsets.UTF_8)))
			.buildValidatorFactory()) {
			return factory.getValidator()
				.validate(new ConstrainedByXml())
				.stream()
				.map((violation) -> violation.getPropertyPath() + " " + violation.getMessage())
				.collect(Collectors.joining());
		}
	}

}
