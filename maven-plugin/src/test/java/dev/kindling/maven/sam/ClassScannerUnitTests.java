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
import java.util.stream.Stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.kindling.maven.elf.CraftedElf;
import dev.kindling.test.EmbeddedDynamoDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
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
		assertThat(scan(Configuration.class, Named.class, Shout.class, Plain.class, Handler.class).functions())
			.extracting(FoundFunction::name)
			.containsExactly("audit", "clock", "handler", "renamed", "shout", "upper");
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
		ProjectContents contents = new ProjectContents(
				Stream.of("a-b", "a.b", "on").map((name) -> new FoundFunction(name, null)).toList(),
				List.of(new EntityTable("Order_Line", new EntityTable.Key("id", "S"), null)));
		assertThat(new SamTemplate("shop", "arm64", contents).files().get("template.yaml")).contains(
				"\n  AbFunction:\n", "\n  Ab2Function:\n", "      Handler: \"on\"\n", "\n  OrderLineTable:\n",
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
		Map<String, String> files = new SamTemplate("my stack", "x86_64", scan(Configuration.class, OrderLine.class))
			.files();
		assertThat(files).containsOnlyKeys("template.yaml", "Makefile", "samconfig.toml");
		assertThat(files.get("template.yaml")).contains("  UpperFunction:\n    Type: AWS::Serverless::Function\n",
				"      Handler: \"upper\"\n", "          ORDER_LINE_TABLE_NAME: !Ref OrderLineTable\n",
				"        - AttributeName: \"orderId\"\n          AttributeType: N\n",
				"        - AttributeName: \"line\"\n          KeyType: RANGE\n",
				"              Resource: !GetAtt OrderLineTable.Arn\n", "!GetAtt UpperFunctionUrl.FunctionUrl");
		assertThat(files.get("Makefile")).contains("build-%:\n", "\n\tinstall -m 755 ");
		assertThat(files.get("samconfig.toml")).contains("stack_name = \"my-stack\"", "Architecture=x86_64");
		assertThat(files.get("template.yaml")).contains("Default: x86_64\n").doesNotContain("index/*", "SQS");
	}

	/**
	 * An entity's indexes in a table without them fail with each query.
	 */
	@Test
	void writesTheIndexesAndTheRightToReadThem() throws Exception {
		EntityTable table = scan(Order.class).tables().get(0);
		EntityTable.Key customer = new EntityTable.Key("customer", "S");
		EntityTable.Key placed = new EntityTable.Key("placed", "N");
		assertThat(table.indexes()).containsExactly(new EntityTable.Index("by-customer", customer, placed),
				new EntityTable.Index("by-time", null, placed));
		assertThat(new SamTemplate("shop", "arm64", new ProjectContents(List.of(), List.of(table))).files()
			.get("template.yaml")).contains("""
					      AttributeDefinitions:
					        - AttributeName: "id"
					          AttributeType: S
					        - AttributeName: "line"
					          AttributeType: N
					        - AttributeName: "customer"
					          AttributeType: S
					        - AttributeName: "placed"
					          AttributeType: N
					""", """
					      GlobalSecondaryIndexes:
					        - IndexName: "by-customer"
					          KeySchema:
					            - AttributeName: "customer"
					              KeyType: HASH
					            - AttributeName: "placed"
					              KeyType: RANGE
					          Projection:
					            ProjectionType: ALL
					      LocalSecondaryIndexes:
					        - IndexName: "by-time"
					          KeySchema:
					            - AttributeName: "id"
					              KeyType: HASH
					""");
		assertThat(TableYaml.statement(table))
			.contains("Action: dynamodb:Query\n              Resource: !Sub \"${OrderTable.Arn}/index/*\"\n");
		try (EmbeddedDynamoDb database = EmbeddedDynamoDb.start()) {
			database.createTable(table.createTableRequest("orders"));
			assertThat(database.call("DescribeTable", "{\"TableName\":\"orders\"}")
				.at("/Table/GlobalSecondaryIndexes/0/IndexName")
				.asText()).isEqualTo("by-customer");
		}
	}

	@Test
	void givesAConsumerOfAQueueAQueueAndNoUrl() throws Exception {
		ProjectContents contents = scan(Sources.class);
		String template = new SamTemplate("shop", "arm64", contents).files().get("template.yaml");
		assertThat(template)
			.contains(
					"Queue: !GetAtt MessagesFunctionQueue.Arn\n            FunctionResponseTypes: "
							+ "[ReportBatchItemFailures]\n",
					"  MessagesFunctionQueue:\n    Type: AWS::SQS::Queue\n",
					"deadLetterTargetArn: !GetAtt MessagesFunctionDeadLetters.Arn",
					"Queue: !GetAtt AnswerFunctionQueue.Arn\n\n",
					"# Events: nothing calls this function yet. It takes SNSEvent",
					"!GetAtt PageFunctionUrl.FunctionUrl")
			.doesNotContain("AnswerFunctionQueue.Arn\n            FunctionResponseTypes", "MessagesFunctionUrl",
					"NewsFunctionUrl", "BatchFunctionUrl");
		assertThat(contents.functions().stream().map(new SamTemplate("shop", "arm64", contents)::describe)).contains(
				"messages: takes SQSEvent.SQSMessage, has a queue with a dead-letter queue",
				"news: takes SNSEvent, and nothing calls it yet: add an event source to the template",
				"page: has a function URL");
	}

	@Test
	void namesTablesForADevelopersMachine() throws Exception {
		properties("application.properties", "kindling.dynamodb.tables.customer.name=${CUSTOMERS:people}",
				"kindling.dynamodb.table-prefix=dev-");
		assertThat(scan(Customer.class, OrderLine.class).tables()).extracting(EntityTable::localName)
			.containsExactly("people", "dev-order-line");
		properties("application.properties", "kindling.dynamodb.tables.customer.name=${CUSTOMERS}",
				"kindling.dynamodb.table-naming=none");
		assertThat(ClassScanner.scan(this.directory).tables()).extracting(EntityTable::localName)
			.containsExactly(null, null);
	}

	/**
	 * The real make, with the head of a real executable of each processor.
	 */
	@ParameterizedTest
	@CsvSource({ "62, x86_64, true", "183, arm64, true", "62, arm64, false", "183, x86_64, false" })
	void makesNothingOfAnExecutableForAnotherProcessor(int machine, String architecture, boolean taken)
			throws Exception {
		String output = make(
				CraftedElf.dynamic(machine, "/lib/ld.so", "libc.so.6", "GLIBC_2.34", "__libc_start_main", false),
				architecture, taken);
		if (!taken) {
			assertThat(output).contains("bootstrap isn't for " + architecture);
		}
	}

	@ParameterizedTest
	@CsvSource({ "GLIBC_2.2.5, true", "GLIBC_2.34, true", "GLIBC_2.35, false", "GLIBC_2.100, false" })
	void makesNothingOfAnExecutableThatNeedsANewerLibraryThanTheRuntimeHas(String version, boolean taken)
			throws Exception {
		String output = make(CraftedElf.dynamic(62, "/lib/ld.so", "libc.so.6", version, "strlcpy", false), "x86_64",
				taken);
		if (!taken) {
			assertThat(output).contains(
					"bootstrap needs glibc " + version.substring("GLIBC_".length()) + ", and the runtime has 2.34");
		}
	}

	private String make(byte[] elf, String architecture, boolean taken) throws Exception {
		Path executable = CraftedElf.write(this.directory.resolve("built"), elf);
		Files.writeString(this.directory.resolve("Makefile"),
				new SamTemplate("shop", architecture, new ProjectContents(List.of(), List.of())).files()
					.get("Makefile"));
		Path artifacts = Files.createDirectory(this.directory.resolve("artifacts"));
		Path log = this.directory.resolve("output.txt");
		int status = new ProcessBuilder("make", "build-UpperFunction", "ARTIFACTS_DIR=" + artifacts,
				"KINDLING_BOOTSTRAP=" + executable)
			.directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start()
			.waitFor();
		String output = Files.readString(log);
		assertThat(status == 0).as(output).isEqualTo(taken);
		assertThat(Files.exists(artifacts.resolve("bootstrap"))).isEqualTo(taken);
		return output;
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
	static class Handler implements RequestHandler<SQSEvent, String> {

		@Override
		public String handleRequest(SQSEvent event, Context context) {
			return "";
		}

	}

	static class Sources {

		@Bean
		Consumer<SQSEvent.SQSMessage> messages() {
			return (message) -> {
			};
		}

		@Bean
		Function<List<SQSEvent.SQSMessage>, SQSBatchResponse> batch() {
			return (messages) -> new SQSBatchResponse();
		}

		@Bean
		Function<SQSEvent, String> answer() {
			return (event) -> "";
		}

		@Bean
		Consumer<SNSEvent> news() {
			return (event) -> {
			};
		}

		@Bean
		Function<APIGatewayV2HTTPEvent, String> page() {
			return (event) -> "";
		}

	}

	record Order(@DynamoDbPartitionKey String id, @DynamoDbSortKey int line,
			@DynamoDbSecondaryPartitionKey(indexNames = "by-customer") String customer,
			@DynamoDbSecondarySortKey(indexNames = {
					"by-customer", "by-time" }) long placed){

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
