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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.kindling.maven.elf.CraftedElf;
import dev.kindling.maven.inventory.EntityTable;
import dev.kindling.maven.inventory.EntityTable.Index;
import dev.kindling.maven.inventory.EntityTable.Key;
import dev.kindling.maven.inventory.FoundFunction;
import dev.kindling.maven.inventory.InventoryFile;
import dev.kindling.maven.inventory.TableShape;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What is written about functions and tables.
 */
class SamTemplateUnitTests {

	private static final Key ID = new Key("id", "S");

	private static final Key PLACED = new Key("placed", "N");

	@TempDir
	private Path directory;

	private static FoundFunction function(String name, String event, String eventType) {
		return new FoundFunction(name, "bean", "com.example.Order", null, event, eventType, null, true, null, null);
	}

	private static FoundFunction plain(String name) {
		return function(name, "any", null);
	}

	private static EntityTable table(String simpleName, String variable, String name, Index... indexes) {
		return new EntityTable("com.example." + simpleName, "kindling.dynamodb.tables.x.name", variable, name,
				List.of(ID), List.of(), List.of(indexes), null);
	}

	private static SamTemplate template(InventoryFile inventory, String... events) {
		return new SamTemplate("my shop", "arm64", inventory, EventSource.parse(List.of(events)));
	}

	private static String yaml(InventoryFile inventory, String... events) {
		String yaml = template(inventory, events).files().get("template.yaml");
		assertThat(new Yaml(new Intrinsics()).<Map<?, ?>>load(yaml).keySet()).asString()
			.contains("Parameters", "Resources");
		return yaml;
	}

	private static InventoryFile functions(FoundFunction... functions) {
		return new InventoryFile(null, List.of(functions), List.of());
	}

	@Test
	void writesEachFunctionAndEachTable() {
		SamTemplate template = template(new InventoryFile(null, List.of(plain("upper")),
				List.of(table("OrderLine", "ORDER_LINE_TABLE_NAME", "x"))));
		Map<String, String> files = template.files();
		assertThat(files).containsOnlyKeys("template.yaml", "Makefile", "samconfig.toml");
		assertThat(files.get("template.yaml")).contains("  UpperFunction:\n    Type: AWS::Serverless::Function\n",
				"      Handler: \"upper\"\n", "          ORDER_LINE_TABLE_NAME: !Ref OrderLineTable\n",
				"              Resource: !GetAtt OrderLineTable.Arn\n", "!GetAtt UpperFunctionUrl.FunctionUrl",
				"Default: arm64\n");
		assertThat(files.get("template.yaml")).doesNotContain("index/*", "SQS::Queue");
		assertThat(files.get("Makefile")).contains("build-%:\n", "\tinstall -m 755 ");
		assertThat(files.get("samconfig.toml")).contains("stack_name = \"my-shop\"", "Architecture=arm64");
		assertThat(template.describe()).contains("Table of OrderLine: its name is in ORDER_LINE_TABLE_NAME");
	}

	@Test
	void namesResourcesWithLettersAndDigitsAndOnlyOnce() {
		InventoryFile inventory = new InventoryFile(null,
				Stream.of("a-b", "a.b", "on").map(SamTemplateUnitTests::plain).toList(),
				List.of(table("Order_Line", "ORDER_LINE_TABLE_NAME", null)));
		assertThat(yaml(inventory)).contains("\n  AbFunction:\n", "\n  Ab2Function:\n", "      Handler: \"on\"\n",
				"\n  OrderLineTable:\n", "ORDER_LINE_TABLE_NAME: !Ref OrderLineTable\n", "!GetAtt OrderLineTable.Arn");
	}

	/**
	 * An entity's indexes in a table without them fail with each query.
	 */
	@Test
	void writesTheIndexesAndTheRightToReadThem() throws Exception {
		EntityTable order = new EntityTable("com.example.Order", "kindling.dynamodb.tables.order.name",
				"ORDER_TABLE_NAME", "order", List.of(ID), List.of(new Key("line", "N")),
				List.of(new Index("by-customer", "global", List.of(new Key("customer", "S")), List.of(PLACED)),
						new Index("by-time", "local", List.of(ID), List.of(PLACED))),
				"expires");
		assertThat(yaml(new InventoryFile(null, List.of(plain("upper")), List.of(order)))).contains("""
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
				""", """
				      TimeToLiveSpecification:
				        AttributeName: "expires"
				        Enabled: true
				""", "Action: dynamodb:Query\n              Resource: !Sub \"${OrderTable.Arn}/index/*\"\n");
		try (EmbeddedDynamoDb database = EmbeddedDynamoDb.start()) {
			database.createTable(TableShape.shared(List.of(order)).createTableRequest("orders"));
			assertThat(database.call("DescribeTable", "{\"TableName\":\"orders\"}")
				.at("/Table/GlobalSecondaryIndexes/0/IndexName")
				.asText()).isEqualTo("by-customer");
		}
	}

	@Test
	void givesEntitiesOfOneTableOneTableWithTheIndexesOfAll() {
		InventoryFile inventory = new InventoryFile(null, List.of(plain("upper")),
				List.of(table("Customer", "CUSTOMER_TABLE_NAME", "shop"),
						table("Order", "ORDER_TABLE_NAME", "shop",
								new Index("by-time", "local", List.of(ID), List.of(PLACED))),
						table("Line", "ORDER_TABLE_NAME", null)));
		assertThat(yaml(inventory))
			.contains("CUSTOMER_TABLE_NAME: !Ref CustomerTable\n", "ORDER_TABLE_NAME: !Ref CustomerTable\n",
					"IndexName: \"by-time\"", "${CustomerTable.Arn}/index/*")
			.doesNotContain("OrderTable:", "LineTable:");
	}

	@Test
	void namesTheTableOfAnEntityThatNoVariableCanName() {
		assertThat(yaml(new InventoryFile(null, List.of(plain("upper")), List.of(table("Order", null, "orders")))))
			.contains("  ComexampleOrderTable:\n", "TableName: \"orders\"")
			.doesNotContain("Environment:");
	}

	@Test
	void leavesOutATableWhoseKeysAreNotKnownAndSaysSo() {
		EntityTable table = new EntityTable("com.example.Foreign", "kindling.dynamodb.tables.foreign.name",
				"FOREIGN_TABLE_NAME", "foreign", List.of(), List.of(), List.of(), null);
		InventoryFile inventory = new InventoryFile(null, List.of(plain("upper")), List.of(table));
		assertThat(yaml(inventory))
			.contains("FOREIGN_TABLE_NAME: !Ref ForeignTableName", "  ForeignTableName:\n",
					"# The table of com.example.Foreign isn't here", "table/${ForeignTableName}/index/*")
			.doesNotContain("AWS::DynamoDB::Table");
		assertThat(template(inventory).describe())
			.anyMatch((line) -> line.contains("keys aren't known. ForeignTableName is to be given"));
	}

	@Test
	void givesAConsumerOfAQueueAQueueAndNoUrl() {
		FoundFunction answer = new FoundFunction("answer", "bean", "SQSEvent", "java.lang.String", "sqs", "SQSEvent",
				null, false, null, null);
		InventoryFile inventory = functions(function("messages", "sqs", "SQSEvent.SQSMessage"), answer);
		assertThat(yaml(inventory)).contains(
				"Queue: !GetAtt MessagesFunctionQueue.Arn\n            FunctionResponseTypes: "
						+ "[ReportBatchItemFailures]\n",
				"  MessagesFunctionQueue:\n    Type: AWS::SQS::Queue\n",
				"deadLetterTargetArn: !GetAtt MessagesFunctionDeadLetters.Arn",
				"Queue: !GetAtt AnswerFunctionQueue.Arn\n            # FunctionResponseTypes: [ReportBatchItemFailures] only if")
			.doesNotContain("FunctionUrlConfig");
		assertThat(template(inventory).describe())
			.contains("Function messages: takes SQSEvent.SQSMessage, has a queue with a dead-letter queue");
	}

	@ParameterizedTest
	@CsvSource({ "http, FunctionUrlConfig", "rest, PayloadFormatVersion: \"1.0\"", "sqs, Type: AWS::SQS::Queue",
			"sns, Type: AWS::SNS::Topic", "kinesis, Type: AWS::Kinesis::Stream",
			"dynamodb, Stream: !Ref TheFunctionStreamArn", "s3, Type: AWS::S3::Bucket",
			"eventbridge, source: [!Ref TheFunctionSource]", "schedule, Schedule: !Ref TheFunctionSchedule",
			"other, # Events: nothing calls this function yet. It takes It" })
	void writesWhatCallsAFunction(String event, String text) {
		assertThat(yaml(functions(function("the", event, "It")))).contains(text);
	}

	@ParameterizedTest
	@EnumSource
	void keepsWhatFailsAndHasNobodyWhoWaits(EventSource source) {
		String yaml = yaml(functions(plain("the")), "the:" + source.word());
		boolean waits = source == EventSource.URL || source == EventSource.HTTP_API || source == EventSource.NONE;
		assertThat(yaml.contains("TheFunctionDeadLetters:\n    Type: AWS::SQS::Queue")).isEqualTo(!waits);
		assertThat(yaml.contains("!GetAtt TheFunctionDeadLetters.Arn")).isEqualTo(!waits);
	}

	@Test
	void saysThatAFunctionUrlIsAGuessUnlessItIsChosen() {
		InventoryFile inventory = functions(plain("store"));
		assertThat(yaml(inventory)).contains("# A function URL, since the function's types don't tell",
				"-Dkindling.events=store:sqs");
		assertThat(template(inventory).describe())
			.contains("Function store: has a function URL. Its types don't tell what calls it: for a queue, "
					+ "-Dkindling.events=store:sqs");
		assertThat(yaml(inventory, "store:url")).doesNotContain("# A function URL");
		assertThat(template(inventory, "store:sqs").describe())
			.contains("Function store: has a queue with a dead-letter queue");
	}

	@Test
	void saysWhatWhoeverDeploysHasToGive() {
		InventoryFile inventory = functions(function("report", "schedule", "ScheduledEvent"),
				function("paid", "eventbridge", "Paid"),
				function("page", "load-balancer", "ApplicationLoadBalancerRequestEvent"));
		assertThat(template(inventory).describe()).contains(
				"Function report: takes ScheduledEvent, has a schedule, and a queue for what fails. "
						+ "ReportFunctionSchedule is to be given when it is deployed",
				"Function paid: takes Paid, has a rule, and a queue for what fails. PaidFunctionSource is to be given "
						+ "when it is deployed",
				"Function page: takes ApplicationLoadBalancerRequestEvent, and nothing calls it yet: add an event source "
						+ "to the template, or give one by -Dkindling.events=page:...");
	}

	@Test
	void connectsAFunctionWithTheStreamOfItsTable() {
		FoundFunction change = new FoundFunction("change", "bean", "DynamoDbChange", null, "dynamodb", "DynamoDbChange",
				"com.example.Order", true, null, null);
		List<EntityTable> tables = List.of(table("Customer", "CUSTOMERS", "customer"),
				table("Order", "ORDERS", "order"));
		String yaml = yaml(new InventoryFile(null, List.of(change), tables));
		assertThat(yaml).contains("Stream: !GetAtt OrderTable.StreamArn");
		assertThat(yaml.split("StreamViewType: NEW_AND_OLD_IMAGES", -1)).hasSize(2);
		FoundFunction any = new FoundFunction("any", "bean", "DynamodbEvent", null, "dynamodb", "DynamodbEvent", null,
				true, null, null);
		assertThat(yaml(new InventoryFile(null, List.of(any), tables))).contains("Stream: !Ref AnyFunctionStreamArn");
		assertThat(yaml(new InventoryFile(null, List.of(any), tables.subList(0, 1))))
			.contains("Stream: !GetAtt CustomerTable.StreamArn");
	}

	@Test
	void givesEachFunctionTheTablesThatItUsesAndNoOthers() {
		List<EntityTable> tables = List.of(table("Customer", "CUSTOMERS", "customer"),
				table("Order", "ORDERS", "order"));
		FoundFunction none = new FoundFunction("none", "bean", "String", null, "any", null, null, false, List.of(),
				null);
		FoundFunction one = new FoundFunction("one", "bean", "String", null, "any", null, null, false,
				List.of("com.example.Order"), null);
		InventoryFile inventory = new InventoryFile(null, List.of(none, one, plain("unknown")), tables);
		String yaml = yaml(inventory);
		String ofNone = yaml.substring(yaml.indexOf("  NoneFunction:\n"), yaml.indexOf("  OneFunction:\n"));
		// without its name the application doesn't start
		assertThat(ofNone)
			.contains("CUSTOMERS: !Ref CustomerTable", "ORDERS: !Ref OrderTable",
					"# No rights to a table: none is injected into this function")
			.doesNotContain("dynamodb:");
		String ofOne = yaml.substring(yaml.indexOf("  OneFunction:\n"), yaml.indexOf("  UnknownFunction:\n"));
		assertThat(ofOne).contains("CUSTOMERS: !Ref CustomerTable", "Resource: !GetAtt OrderTable.Arn")
			.doesNotContain("CustomerTable.Arn", "isn't known");
		assertThat(yaml.substring(yaml.indexOf("  UnknownFunction:\n"))).contains(
				"Which tables this function uses isn't", "Resource: !GetAtt OrderTable.Arn",
				"Resource: !GetAtt CustomerTable.Arn");
		assertThat(new SamTemplate("orders", "arm64", inventory, Map.of()).describe()).contains(
				"Rights of none: no table", "Rights of one: the table of Order",
				"Rights of unknown: each table, as it isn't known which it uses");
	}

	@Test
	void writesOneFunctionForACompositionAndForARouter() {
		FoundFunction composition = new FoundFunction("a | b", "composition", null, null, "any", null, null, true, null,
				null);
		FoundFunction router = new FoundFunction("functionRouter", "router", null, null, "any", null, null, false, null,
				null);
		List<FoundFunction> all = List.of(plain("a"), plain("b"), composition);
		assertThat(yaml(new InventoryFile("a | b", all, List.of()))).contains("  AbFunction:\n", "Handler: \"a|b\"")
			.doesNotContain("Handler: \"a\"");
		assertThat(yaml(functions(plain("a"), plain("b"), router))).contains("Handler: \"functionRouter\"")
			.doesNotContain("Handler: \"a\"", "# A function URL");
	}

	@Test
	void refusesAnEventSourceThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> EventSource.parse(List.of("store:queue")))
			.withMessage("'store:queue' is no function and its event source. Write the function bean's name, a colon, "
					+ "and one of url, http-api, sqs, sns, kinesis, dynamodb, s3, eventbridge, schedule, none.");
		assertThatIllegalArgumentException().isThrownBy(() -> template(functions(plain("store")), "stores:sqs"))
			.withMessage("There is no function stores to give an event source. There is: store");
	}

	@Test
	void refusesAnInventoryOfAnotherForm() throws Exception {
		Path file = this.directory.resolve("inventory.json");
		Files.writeString(file, "{\"version\":2}");
		assertThatIOException().isThrownBy(() -> InventoryFile.read(file)).withMessageContaining("has version 2");
		Files.writeString(file, "{\"version\":1}");
		assertThatIOException().isThrownBy(() -> InventoryFile.read(file)).withMessageContaining("is no inventory");
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
		makefile(architecture);
		String output = run(taken, "make", "build-UpperFunction", "ARTIFACTS_DIR=" + artifacts("UpperFunction"),
				"KINDLING_BOOTSTRAP=" + executable);
		assertThat(Files.exists(this.directory.resolve("artifacts/UpperFunction/bootstrap"))).isEqualTo(taken);
		return output;
	}

	/**
	 * SAM calls make for each function, and each build of an executable takes minutes.
	 */
	@Test
	void buildsTheExecutableOnceForAllFunctionsOfOneRun() throws Exception {
		CraftedElf.write(this.directory.resolve("built"),
				CraftedElf.dynamic(62, "/lib/ld.so", "libc.so.6", "GLIBC_2.34", "strlcpy", false));
		Files.writeString(this.directory.resolve("mvn"),
				"#!/bin/sh\necho run >> runs.txt\nmkdir -p target\ncp built target/bootstrap\n");
		assertThat(this.directory.resolve("mvn").toFile().setExecutable(true)).isTrue();
		makefile("x86_64");
		String make = "make MAVEN=./mvn build-%1$s ARTIFACTS_DIR=%2$s || exit 1\n";
		String both = make.formatted("UpperFunction", artifacts("UpperFunction"))
				+ make.formatted("LowerFunction", artifacts("LowerFunction"));
		Path sam = Files.writeString(this.directory.resolve("sam.sh"), both);
		run(true, "sh", sam.toString());
		assertThat(this.directory.resolve("runs.txt")).hasContent("run");
		assertThat(this.directory.resolve("artifacts/LowerFunction/bootstrap")).isExecutable()
			.hasSameBinaryContentAs(this.directory.resolve("built"));
		Thread.sleep(1100); // a process is told from another one by the second of its
							// start
		run(true, "sh", sam.toString());
		assertThat(this.directory.resolve("runs.txt")).hasContent("run\nrun");
	}

	private void makefile(String architecture) throws IOException {
		Files.writeString(this.directory.resolve("Makefile"),
				new SamTemplate("shop", architecture, functions(), Map.of()).files().get("Makefile"));
	}

	private Path artifacts(String function) throws IOException {
		return Files.createDirectories(this.directory.resolve("artifacts").resolve(function));
	}

	private String run(boolean succeeds, String... command) throws Exception {
		Path log = this.directory.resolve("output.txt");
		int status = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start()
			.waitFor();
		String output = Files.readString(log);
		assertThat(status == 0).as(output).isEqualTo(succeeds);
		return output;
	}

	/**
	 * Reads YAML with CloudFormation's functions in it.
	 */
	private static final class Intrinsics extends SafeConstructor {

		private Intrinsics() {
			super(new LoaderOptions());
			this.yamlMultiConstructors.put("!", new ConstructYamlStr() {

				@Override
				public Object construct(Node node) {
					return (node.getNodeId() == NodeId.scalar) ? ((ScalarNode) node).getValue()
							: (node instanceof MappingNode) ? "map" : "list";
				}

			});
		}

	}

}
