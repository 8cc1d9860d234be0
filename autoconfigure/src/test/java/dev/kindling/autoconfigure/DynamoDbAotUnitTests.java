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

package dev.kindling.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import dev.kindling.dynamodb.ClientUser;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What ahead-of-time processing makes of {@link DynamoDbAutoConfiguration}.
 */
class DynamoDbAotUnitTests {

	@Test
	void registersNoMethodOfTheClientsForReflection() {
		GenericApplicationContext context = new GenericApplicationContext();
		new AnnotatedBeanDefinitionReader(context).register(DynamoDbAutoConfiguration.class, ClientUser.class);
		TestGenerationContext generationContext = new TestGenerationContext();
		// An application doesn't have the code of all these tests
		String classPath = System.clearProperty("java.class.path");
		try {
			new ApplicationContextAotGenerator().processAheadOfTime(context, generationContext);
		}
		finally {
			System.setProperty("java.class.path", classPath);
		}
		List<String> hints = new ArrayList<>();
		generationContext.getRuntimeHints()
			.reflection()
			.typeHints()
			.map(TypeHint::getType)
			.forEach((type) -> hints.add(type.getName()));
		assertThat(hints).contains("org.springframework.beans.factory.FactoryBean")
			.noneMatch((name) -> name.startsWith("software.amazon.awssdk."));
	}

}
