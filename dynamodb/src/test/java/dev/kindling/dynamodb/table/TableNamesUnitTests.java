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

package dev.kindling.dynamodb.table;

import java.util.List;
import java.util.Map;

import dev.kindling.dynamodb.DynamoDbConfigurationException;
import dev.kindling.dynamodb.DynamoDbTableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TableNames}.
 */
class TableNamesUnitTests {

	private static String name(Class<?> entity, List<Class<?>> entities, Map<String, Object> variables) {
		StandardEnvironment environment = new StandardEnvironment() {

			@Override
			protected void customizePropertySources(MutablePropertySources sources) {
				sources.addFirst(new SystemEnvironmentPropertySource("variables", variables));
			}

		};
		return new TableNames(environment, entities).of(entity);
	}

	private static String name(Class<?> entity, Map<String, Object> variables) {
		return name(entity, List.of(entity), variables);
	}

	@Test
	void prefersThePropertyThenTheVariablesThenTheAnnotation() {
		Map<String, Object> variables = new java.util.HashMap<>();
		assertThat(name(OrderLine.class, variables)).isEqualTo("lines");
		variables.put("TABLE_NAME", "single");
		assertThat(name(OrderLine.class, variables)).isEqualTo("lines");
		variables.put("ORDER_LINE_TABLE", "from-template");
		assertThat(name(OrderLine.class, variables)).isEqualTo("from-template");
		variables.put("ORDER_LINE_TABLE_NAME", "from-name");
		assertThat(name(OrderLine.class, variables)).isEqualTo("from-name");
		variables.put("KINDLING_DYNAMODB_TABLES_ORDERLINE_NAME", "from-property");
		assertThat(name(OrderLine.class, variables)).isEqualTo("from-property");
	}

	@Test
	void addsPrefixAndSuffixOnlyToWhatTheCodeNames() {
		Map<String, Object> variables = new java.util.HashMap<>(
				Map.of("KINDLING_DYNAMODB_TABLE_PREFIX", "dev-", "KINDLING_DYNAMODB_TABLE_SUFFIX", "-1"));
		assertThat(name(OrderLine.class, variables)).isEqualTo("dev-lines-1");
		variables.put("ORDER_LINE_TABLE", "from-template");
		assertThat(name(OrderLine.class, variables)).isEqualTo("from-template");
	}

	@Test
	void resolvesPlaceholdersOfTheAnnotation() {
		assertThat(name(Staged.class, Map.of("STAGE", "beta"))).isEqualTo("things-beta");
		assertThatExceptionOfType(DynamoDbConfigurationException.class).isThrownBy(() -> name(Staged.class, Map.of()))
			.withMessageContaining("${STAGE}")
			.withMessageContaining(Staged.class.getName());
	}

	@Test
	void takesTheGeneralVariableOnlyWhereThereIsOneEntity() {
		Map<String, Object> variables = Map.of("TABLE_NAME", "single", "AWS_LAMBDA_FUNCTION_NAME", "shop");
		assertThat(name(Customer.class, variables)).isEqualTo("single");
		assertThatExceptionOfType(DynamoDbConfigurationException.class)
			.isThrownBy(() -> name(Customer.class, List.of(Customer.class, OrderLine.class), variables));
	}

	@ParameterizedTest
	@CsvSource({ "NOTHING, true", "AWS_LAMBDA_FUNCTION_NAME, false", "AWS_LAMBDA_FUNCTION_NAME KINDLING_LOCAL, true",
			"AWS_LAMBDA_FUNCTION_NAME AWS_SAM_LOCAL, true" })
	void namesATableAfterItsEntityButNotOnLambda(String variables, boolean named) {
		Map<String, Object> environment = new java.util.HashMap<>();
		for (String variable : variables.split(" ")) {
			environment.put(variable, "true");
		}
		if (named) {
			assertThat(name(Customer.class, environment)).isEqualTo("customer");
			environment.put("KINDLING_DYNAMODB_TABLE_PREFIX", "dev-");
			assertThat(name(HTTPClient2.class, environment)).isEqualTo("dev-http-client2");
			environment.put("CUSTOMER_TABLE", "customers");
			assertThat(name(Customer.class, environment)).isEqualTo("customers");
		}
		else {
			assertThatExceptionOfType(DynamoDbConfigurationException.class)
				.isThrownBy(() -> name(Customer.class, environment));
		}
	}

	@Test
	void namesNothingWhereThatIsChosen() {
		assertThatExceptionOfType(DynamoDbConfigurationException.class)
			.isThrownBy(() -> name(Customer.class, Map.of("KINDLING_DYNAMODB_TABLENAMING", "none")));
	}

	@ParameterizedTest
	@CsvSource({ "kebab-case, http-client-2", "snake_case, http_client_2", "class-name, HTTPClient2" })
	void followsAConvention(String naming, String expected) {
		assertThat(name(HTTPClient2.class, Map.of("KINDLING_DYNAMODB_TABLE_NAMING", naming)))
			.isEqualTo(expected.replace("-2", "2").replace("_2", "2"));
	}

	@Test
	void namesTheEntityAndThePropertyWhereThereIsNoName() {
		assertThatExceptionOfType(DynamoDbConfigurationException.class)
			.isThrownBy(() -> name(Customer.class, Map.of("AWS_LAMBDA_FUNCTION_NAME", "shop")))
			.withMessageContaining(Customer.class.getName())
			.withMessageContaining("kindling.dynamodb.tables.customer.name")
			.withMessageContaining("CUSTOMER_TABLE")
			.withMessageContaining("@DynamoDbTableName");
	}

	@Test
	void refusesANameThatTwoEntitiesCouldHave() {
		assertThatExceptionOfType(DynamoDbConfigurationException.class)
			.isThrownBy(() -> name(Customer.class, List.of(Customer.class, Other.Customer.class),
					Map.of("CUSTOMER_TABLE", "customers")))
			.withMessageContaining("CUSTOMER_TABLE")
			.withMessageContaining(Customer.class.getName())
			.withMessageContaining(Other.Customer.class.getName());
	}

	@Test
	void refusesAnUnknownConvention() {
		assertThatExceptionOfType(DynamoDbConfigurationException.class)
			.isThrownBy(() -> name(Customer.class, Map.of("KINDLING_DYNAMODB_TABLE_NAMING", "hungarian")))
			.withMessageContaining("hungarian")
			.withMessageContaining("kebab-case");
	}

	record Customer(String id) {
	}

	@DynamoDbTableName("lines")
	record OrderLine(String id) {
	}

	@DynamoDbTableName("things-${STAGE}")
	record Staged(String id) {
	}

	record HTTPClient2(String id) {
	}

	static final class Other {

		record Customer(String id) {
		}

	}

}
