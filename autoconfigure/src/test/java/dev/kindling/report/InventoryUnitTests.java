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

package dev.kindling.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindling.autoconfigure.DynamoDbAutoConfiguration;
import dev.kindling.autoconfigure.FunctionAutoConfiguration;
import dev.kindling.dynamodb.DynamoDbTableName;
import dev.kindling.function.batch.DynamoDbChange;
import dev.kindling.function.http.HttpResponse;
import kotlin.jvm.functions.Function1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The functions and tables that ahead-of-time processing writes down.
 */
class InventoryUnitTests {

	@TempDir
	Path target;

	private JsonNode process(Class<?> configuration, String... properties) throws Exception {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		TestPropertyValues.of(properties).applyTo(context);
		context.register(configuration, FunctionAutoConfiguration.class, DynamoDbAutoConfiguration.class);
		return WrittenInventory.of(context, this.target);
	}

	private static JsonNode named(JsonNode list, String property, String name) {
		for (JsonNode element : list) {
			if (element.get(property).asText().equals(name)) {
				return element;
			}
		}
		throw new AssertionError(name + " isn't in " + list);
	}

	@Test
	void tellsTheKindOfEventOfEachFunction() throws Exception {
		JsonNode inventory = process(Kinds.class);
		assertThat(inventory.get("version").asInt()).isEqualTo(1);
		Map<String, String> kinds = new TreeMap<>();
		inventory.get("functions")
			.forEach((function) -> kinds.put(function.get("name").asText(), function.get("event").asText()));
		assertThat(kinds).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("queue", "sqs"),
				Map.entry("queueHandler", "sqs"), Map.entry("streamHandler", "any"), Map.entry("wrapped", "sqs"),
				Map.entry("messages", "sqs"), Map.entry("ownQueue", "sqs"), Map.entry("reported", "sqs"),
				Map.entry("topic", "sns"), Map.entry("stream", "kinesis"), Map.entry("change", "dynamodb"),
				Map.entry("changes", "dynamodb"), Map.entry("upload", "s3"), Map.entry("bucket", "s3"),
				Map.entry("rule", "eventbridge"), Map.entry("schedule", "schedule"), Map.entry("http", "http"),
				Map.entry("httpAnswer", "http"), Map.entry("ownHttp", "http"), Map.entry("rest", "rest"),
				Map.entry("kafka", "other"), Map.entry("plain", "any"), Map.entry("clock", "any"),
				Map.entry("kotlin", "any"), Map.entry("message", "any"), Map.entry("flux", "any")));
	}

	@Test
	void tellsTypesAndWhetherFailedItemsAreReported() throws Exception {
		JsonNode functions = process(Kinds.class).get("functions");
		JsonNode messages = named(functions, "name", "messages");
		assertThat(messages.get("kind").asText()).isEqualTo("bean");
		assertThat(messages.get("shape").asText()).isEqualTo("consumer");
		assertThat(messages.get("input").asText())
			.isEqualTo("java.util.List<" + SQSEvent.SQSMessage.class.getName() + ">");
		assertThat(messages.has("output")).isFalse();
		assertThat(messages.get("eventType").asText()).isEqualTo("SQSEvent.SQSMessage");
		assertThat(named(functions, "name", "change").get("entity").asText()).isEqualTo(Order.class.getName());
		Map<String, Boolean> reports = new TreeMap<>();
		for (String name : List.of("queue", "queueHandler", "streamHandler", "wrapped", "messages", "reported",
				"stream", "plain", "clock", "topic", "bucket", "rule", "httpAnswer")) {
			reports.put(name, named(functions, "name", name).get("reportsItemFailures").asBoolean());
		}
		assertThat(reports).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("queue", true),
				Map.entry("queueHandler", false), Map.entry("streamHandler", false), Map.entry("wrapped", false),
				Map.entry("messages", true), Map.entry("reported", true), Map.entry("stream", true),
				Map.entry("plain", true), Map.entry("clock", false), Map.entry("topic", true),
				Map.entry("bucket", true), Map.entry("rule", true), Map.entry("httpAnswer", true)));
		assertThat(named(process(Kinds.class, "kindling.function.batch.report-item-failures=false").get("functions"),
				"name", "messages")
			.get("reportsItemFailures")
			.asBoolean()).isFalse();
	}

	@Test
	void givesAnExampleOfWhatAFunctionsOwnTypeReads() throws Exception {
		JsonNode functions = process(Kinds.class).get("functions");
		JsonNode order = new JsonMapper().readTree("""
				{ "id": "id", "line": 1, "customer": "customer", "placed": 1 }""");
		for (String name : List.of("plain", "kotlin", "flux", "httpAnswer", "reported", "change")) {
			assertThat(named(functions, "name", name).get("example")).as(name).isEqualTo(order);
		}
		for (String name : List.of("queue", "messages", "ownQueue", "ownHttp", "rule", "clock", "message")) {
			assertThat(named(functions, "name", name).has("example")).as(name).isFalse();
		}
	}

	@Test
	void givesAnExampleThatTheMapperReads() throws Exception {
		JsonNode example = process(Examples.class, "spring.jackson.property-naming-strategy=SNAKE_CASE")
			.at("/functions/0/example");
		assertThat(example).isEqualTo(new JsonMapper().readTree(
				"""
						{
						  "order_id": "00000000-0000-4000-8000-000000000001", "price": 1, "paid": true, "at": "2026-01-01T12:00:00Z",
						  "state": "open", "lines": [ { "article": "article", "quantity": 1 } ], "labels": { "key": "value" },
						  "note": "note", "children": [], "e-mail": "e-mail", "weight": "weight"
						}"""));
		JsonMapper mapper = JsonMapper.builder()
			.findAndAddModules()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.build();
		Example read = mapper.treeToValue(example, Example.class);
		assertThat(read.lines()).containsExactly(new Line("article", 1));
		assertThat(read.state()).isEqualTo(State.OPEN);
		assertThat(read.note()).contains("note");
		assertThat(read.weight()).isEqualTo(new Weight("weight"));
	}

	@Test
	void tellsWhatIsServedIfThatIsConfigured() throws Exception {
		JsonNode inventory = process(Kinds.class, "spring.cloud.function.definition=plain | reported");
		assertThat(inventory.get("served").asText()).isEqualTo("plain | reported");
		JsonNode composition = named(inventory.get("functions"), "name", "plain | reported");
		assertThat(composition.get("kind").asText()).isEqualTo("composition");
		assertThat(composition.get("input").asText()).isEqualTo(Order.class.getName());
		assertThat(composition.get("output").asText()).isEqualTo(SQSBatchResponse.class.getName());
		JsonNode routed = process(Kinds.class, "spring.cloud.function.routing-expression='plain'");
		assertThat(routed.has("served")).isFalse();
		assertThat(named(routed.get("functions"), "name", "functionRouter").get("kind").asText()).isEqualTo("router");
	}

	@Test
	void tellsKeysAndIndexesOfTables() throws Exception {
		JsonNode tables = process(Tables.class).get("tables");
		assertThat(tables.findValuesAsText("entity")).containsExactly(Foreign.class.getName(), Order.class.getName());
		assertThat(named(tables, "entity", Order.class.getName())).isEqualTo(new JsonMapper().readTree("""
				{
				  "entity": "dev.kindling.report.InventoryUnitTests$Order",
				  "property": "kindling.dynamodb.tables.order.name",
				  "variable": "ORDER_TABLE_NAME",
				  "name": "order",
				  "partitionKeys": [ { "name": "id", "type": "S" } ],
				  "sortKeys": [ { "name": "line", "type": "N" } ],
				  "indexes": [ {
				    "name": "by-customer", "kind": "global",
				    "partitionKeys": [ { "name": "customer", "type": "S" } ],
				    "sortKeys": [ { "name": "placed", "type": "N" } ]
				  }, {
				    "name": "by-time", "kind": "local",
				    "partitionKeys": [ { "name": "id", "type": "S" } ],
				    "sortKeys": [ { "name": "placed", "type": "N" } ]
				  } ]
				}"""));
		JsonNode foreign = named(tables, "entity", Foreign.class.getName());
		assertThat(foreign.get("partitionKeys")).isEmpty();
		assertThat(foreign.get("name").asText()).isEqualTo("shop");
	}

	@Test
	void tellsWhatNamesATable() throws Exception {
		JsonNode order = order("kindling.dynamodb.tables.order.name=${ORDERS:all-orders}");
		assertThat(order.get("variable").asText()).isEqualTo("ORDERS");
		assertThat(order.get("name").asText()).isEqualTo("all-orders");
		order = order("kindling.dynamodb.tables[order].name=${shop.order-table}");
		assertThat(order.get("variable").asText()).isEqualTo("SHOP_ORDER_TABLE");
		assertThat(order.has("name")).isFalse();
		order = order("kindling.dynamodb.tables.order.name=${STAGE}-orders");
		assertThat(order.get("variable").asText()).isEqualTo("KINDLING_DYNAMODB_TABLES_ORDER_NAME");
		assertThat(order.has("name")).isFalse();
		order = order("kindling.dynamodb.table-naming=class-name", "kindling.dynamodb.tablePrefix=dev-");
		assertThat(order.get("name").asText()).isEqualTo("dev-Order");
		assertThat(order("kindling.dynamodb.table-naming=none").has("name")).isFalse();
	}

	@Test
	void tellsWhenItemsExpire() throws Exception {
		assertThat(order("kindling.dynamodb.tables.order.time-to-live=placed").get("timeToLive").asText())
			.isEqualTo("placed");
		assertThatThrownBy(() -> order("kindling.dynamodb.tables.order.time-to-live=expires")).rootCause()
			.hasMessageContaining(Order.class.getName())
			.hasMessageContaining("'expires', is none of its attributes: [id, line, customer, placed]");
		assertThatThrownBy(() -> order("kindling.dynamodb.tables.order.time-to-live=customer")).rootCause()
			.hasMessageContaining("'customer', is no number");
	}

	private JsonNode order(String... properties) throws Exception {
		return named(process(Tables.class, properties).get("tables"), "entity", Order.class.getName());
	}

	@Test
	void givesEntitiesOfOneSimpleNameNoVariable() throws Exception {
		assertThat(process(SameNames.class).get("tables")).hasSize(2)
			.allSatisfy((table) -> assertThat(table.has("variable") || table.has("name")).isFalse());
	}

	@Test
	void takesTheVariableOfAnAnnotationWhereTheEntitysOwnWouldNameTwo() throws Exception {
		JsonNode tables = process(AnnotatedNames.class).get("tables");
		JsonNode item = named(tables, "entity", Item.class.getName());
		assertThat(item.get("variable").asText()).isEqualTo("ITEMS");
		assertThat(item.has("name")).isFalse();
		JsonNode other = named(tables, "entity", Another.Item.class.getName());
		assertThat(other.get("variable").asText()).isEqualTo("OTHER_ITEMS");
		assertThat(other.get("name").asText()).isEqualTo("other-items");
		assertThat(named(process(AnnotatedNames.class, "kindling.dynamodb.table-prefix=dev-").get("tables"), "entity",
				Item.class.getName())
			.has("variable")).as("a variable would name only a part").isFalse();
	}

	@DynamoDbTableName("${ITEMS}")
	record Item(@DynamoDbPartitionKey String id) {
	}

	static class Another {

		@DynamoDbTableName("${other.items:other-items}")
		record Item(@DynamoDbPartitionKey String id) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	public static class AnnotatedNames {

		@Bean
		String user(DynamoDbTable<Item> items, DynamoDbTable<Another.Item> others) {
			return "";
		}

	}

	record Order(@DynamoDbPartitionKey String id, @DynamoDbSortKey int line,
			@DynamoDbSecondaryPartitionKey(indexNames = "by-customer") String customer,
			@DynamoDbSecondarySortKey(indexNames = {
					"by-customer", "by-time" }) long placed){
	}

	@DynamoDbTableName("shop")
	public static class Foreign {

	}

	static class Other {

		record Order(@DynamoDbPartitionKey String id) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	public static class Tables {

		@Bean
		String user(DynamoDbTable<Order> orders, DynamoDbTable<Foreign> foreign) {
			return "";
		}

		@Bean
		TableSchema<Foreign> foreignSchema() {
			throw new IllegalStateException("No bean is made ahead of time");
		}

	}

	@Configuration(proxyBeanMethods = false)
	public static class SameNames {

		@Bean
		String user(DynamoDbTable<Order> orders, DynamoDbTable<Other.Order> others) {
			return "";
		}

	}

	enum State {

		@JsonProperty("open")
		OPEN, CLOSED

	}

	record Line(String article, int quantity) {
	}

	record Weight(@JsonValue String text) {
	}

	record Example(UUID orderId, BigDecimal price, boolean paid, Instant at, State state, List<Line> lines,
			Map<String, String> labels, Optional<String> note, List<Example> children,
			@JsonProperty("e-mail") String mail, Weight weight) {
	}

	@Configuration(proxyBeanMethods = false)
	public static class Examples {

		@Bean
		Consumer<List<Example>> example() {
			return (examples) -> {
			};
		}

	}

	record OwnQueue(@JsonProperty("Records") List<OwnMessage> records) {
	}

	record OwnMessage(String messageId, String body, String eventSourceARN) {
	}

	record OwnRule<T>(String id, String source, T detail) {
	}

	record OwnRequest(Map<String, String> pathParameters, String body) {
	}

	@Configuration(proxyBeanMethods = false)
	public static class Kinds {

		@Bean
		Consumer<SQSEvent> queue() {
			return (event) -> {
			};
		}

		@Bean
		RequestHandler<SQSEvent, String> queueHandler() {
			return (event, context) -> "";
		}

		@Bean
		RequestStreamHandler streamHandler() {
			return (input, output, context) -> input.transferTo(output);
		}

		@Bean
		Function<Message<SQSEvent>, String> wrapped() {
			return (event) -> "";
		}

		@Bean
		Consumer<List<SQSEvent.SQSMessage>> messages() {
			return (messages) -> {
			};
		}

		@Bean
		Consumer<OwnQueue> ownQueue() {
			return (queue) -> {
			};
		}

		@Bean
		Function<List<Order>, SQSBatchResponse> reported() {
			return (orders) -> new SQSBatchResponse();
		}

		@Bean
		Consumer<SNSEvent.SNS> topic() {
			return (message) -> {
			};
		}

		@Bean
		Consumer<KinesisEvent.KinesisEventRecord> stream() {
			return (entry) -> {
			};
		}

		@Bean
		Consumer<DynamoDbChange<Order>> change() {
			return (change) -> {
			};
		}

		@Bean
		Consumer<DynamodbEvent> changes() {
			return (event) -> {
			};
		}

		@Bean
		Consumer<S3EventNotificationRecord> upload() {
			return (entry) -> {
			};
		}

		@Bean
		Consumer<S3Event> bucket() {
			return (event) -> {
			};
		}

		@Bean
		Consumer<OwnRule<Order>> rule() {
			return (event) -> {
			};
		}

		@Bean
		Consumer<ScheduledEvent> schedule() {
			return (event) -> {
			};
		}

		@Bean
		Function<APIGatewayV2HTTPEvent, String> http() {
			return (event) -> "";
		}

		@Bean
		Function<Order, HttpResponse<Order>> httpAnswer() {
			return HttpResponse::ok;
		}

		@Bean
		Function<OwnRequest, String> ownHttp() {
			return (request) -> "";
		}

		@Bean
		Function<APIGatewayProxyRequestEvent, String> rest() {
			return (event) -> "";
		}

		@Bean
		Consumer<KafkaEvent> kafka() {
			return (event) -> {
			};
		}

		@Bean
		Function<Order, Order> plain() {
			return (order) -> order;
		}

		@Bean
		Supplier<Long> clock() {
			return System::currentTimeMillis;
		}

		@Bean
		Function1<Order, String> kotlin() {
			return Order::id;
		}

		@Bean
		Function<Message<String>, String> message() {
			return Message::getPayload;
		}

		@Bean
		Function<Flux<Order>, Flux<Order>> flux() {
			return (orders) -> orders;
		}

	}

}
