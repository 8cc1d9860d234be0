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

package dev.kindling.maven.sam;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Finding functions and tables, and what is written about them.
 */
class ClassScannerUnitTests {

	@TempDir
	private Path directory;

	private ProjectContents scan(Class<?>... classes) throws IOException, URISyntaxException {
		for (Class<?> type : classes) {
			String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
			Files.copy(Path.of(type.getResource(file).toURI()), this.directory.resolve(file));
		}
		return ClassScanner.scan(this.directory);
	}

	@Test
	void findsFunctionBeans() throws Exception {
		assertThat(scan(Configuration.class, Named.class, Shout.class, Plain.class).functions())
			.containsExactly("audit", "clock", "renamed", "shout", "upper");
	}

	@Test
	void findsTheTablesOfEntities() throws Exception {
		assertThat(scan(Customer.class, OrderLine.class, Plain.class).tables()).containsExactly(
				new EntityTable("Customer", new EntityTable.Key("customer-id", "S"), null),
				new EntityTable("OrderLine", new EntityTable.Key("orderId", "N"), new EntityTable.Key("line", "N")));
	}

	@Test
	void namesTheVariableAsTheStarterLooksForIt() {
		assertThat(new EntityTable("OrderLine", new EntityTable.Key("id", "S"), null).variable())
			.isEqualTo("ORDER_LINE_TABLE_NAME");
		assertThat(new EntityTable("Customer", new EntityTable.Key("id", "S"), null).variable())
			.isEqualTo("CUSTOMER_TABLE_NAME");
	}

	@Test
	void namesTheVariableThatAPropertyRefersTo() throws Exception {
		properties("application.properties", "kindling.dynamodb.tables.customer.name=${EXAMPLE_TABLE_NAME}",
				"kindling.dynamodb.tables.order-line.name=${shop.line-table:lines}");
		assertThat(variables(Customer.class, OrderLine.class)).containsExactly("EXAMPLE_TABLE_NAME", "SHOP_LINE_TABLE");
	}

	@Test
	void namesTheVariableThatOverridesALiteralProperty() throws Exception {
		properties("application.properties", "kindling.dynamodb.tables[orderLine].name=${STAGE}-lines",
				"kindling.dynamodb.tables.customer.name=");
		assertThat(variables(Customer.class, OrderLine.class)).containsExactly("CUSTOMER_TABLE_NAME",
				"KINDLING_DYNAMODB_TABLES_ORDERLINE_NAME");
	}

	@Test
	void readsYamlAndPrefersPropertiesToIt() throws Exception {
		properties("application.yaml", "spring.application.name: shop", "kindling.dynamodb:", "  tables:",
				"    order_line:", "      name: ${LINES}", "    customer.name: ${OLD}", "---", "server.port: 0");
		properties("application.properties", "kindling.dynamodb.tables.customer.name=${CUSTOMERS}");
		assertThat(variables(Customer.class, OrderLine.class)).containsExactly("CUSTOMERS", "LINES");
	}

	@Test
	void namesTheFileThatIsNoYaml() throws Exception {
		properties("application.yml", "kindling: [");
		assertThatIOException().isThrownBy(() -> scan(Customer.class))
			.withMessageContaining("application.yml is no YAML: ");
	}

	@Test
	void givesEntitiesOfOneTableOneTable() throws Exception {
		properties("application.properties", "kindling.dynamodb.tables.customer.name=${SHOP}",
				"kindling.dynamodb.tables.order-line.name=${SHOP}");
		assertThat(variables(OrderLine.class, Customer.class)).containsExactly("SHOP");
	}

	@Test
	void namesResourcesWithLettersAndDigitsAndOnlyOnce() {
		ProjectContents contents = new ProjectContents(List.of("a-b", "a.b", "on"),
				List.of(new EntityTable("Order_Line", new EntityTable.Key("id", "S"), null)));
		assertThat(new SamTemplate("shop", contents).files().get("template.yaml")).contains("\n  AbFunction:\n",
				"\n  Ab2Function:\n", "      Handler: \"on\"\n", "\n  OrderLineTable:\n",
				"ORDER_LINE_TABLE_NAME: !Ref OrderLineTable\n", "!GetAtt OrderLineTable.Arn");
	}

	private void properties(String file, String... lines) throws IOException {
		Files.write(this.directory.resolve(file), List.of(lines));
	}

	private List<String> variables(Class<?>... classes) throws Exception {
		return scan(classes).tables().stream().map(EntityTable::variable).toList();
	}

	@Test
	void writesEachFunctionAndEachTable() throws Exception {
		Map<String, String> files = new SamTemplate("my stack", scan(Configuration.class, OrderLine.class)).files();
		assertThat(files).containsOnlyKeys("template.yaml", "Makefile", "samconfig.toml");
		assertThat(files.get("template.yaml")).contains("  UpperFunction:\n    Type: AWS::Serverless::Function\n",
				"      Handler: \"upper\"\n", "          ORDER_LINE_TABLE_NAME: !Ref OrderLineTable\n",
				"        - AttributeName: \"orderId\"\n          AttributeType: N\n",
				"        - AttributeName: \"line\"\n          KeyType: RANGE\n",
				"              Resource: !GetAtt OrderLineTable.Arn\n", "!GetAtt UpperFunctionUrl.FunctionUrl");
		assertThat(files.get("Makefile")).contains("build-%:\n", "\n\tinstall -m 755 ");
		assertThat(files.get("samconfig.toml")).contains("stack_name = \"my-stack\"");
	}

	static class Configuration {

		@Bean
		Function<String, String> upper() {
			return String::toUpperCase;
		}

		@Bean
		Consumer<String> audit() {
			return (text) -> {
			};
		}

		@Bean("clock")
		Supplier<Long> time() {
			return System::currentTimeMillis;
		}

		@Bean
		String text() {
			return "";
		}

		Function<String, String> helper() {
			return Function.identity();
		}

	}

	@Component("renamed")
	static class Named implements Function<String, String> {

		@Override
		public String apply(String text) {
			return text;
		}

	}

	@Component
	static class Shout implements Function<List<String>, Integer> {

		@Override
		public Integer apply(List<String> texts) {
			return texts.size();
		}

	}

	@Component
	static class Plain {

	}

	@DynamoDbBean
	public static class Customer {

		private String id = "";

		@DynamoDbPartitionKey
		@DynamoDbAttribute("customer-id")
		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

	}

	record OrderLine(@DynamoDbPartitionKey BigDecimal orderId, @DynamoDbSortKey int line) {

	}

}
