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

package dev.kindling.it.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.CreateTableEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactGetItemsEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Does everything that an entity's table can do and tells what came of it. The same on
 * the JVM with the SDK's schemas and in an executable with generated ones has to come to
 * the same.
 *
 * @param <T> the entity
 */
public final class DynamoDbSuite<T> {

	/**
	 * What extensions set to the time or at random.
	 */
	private static final Set<String> UNPREDICTABLE = Set.of("changed", "reference");

	private final DynamoDbEnhancedClient client;

	private final TableSchema<T> schema;

	private final DynamoDbTable<T> table;

	private final Map<String, Object> outcomes = new LinkedHashMap<>();

	/**
	 * Creates a suite.
	 * @param client the client
	 * @param name the name of the table, which is created
	 * @param schema the entity's schema
	 */
	public DynamoDbSuite(DynamoDbEnhancedClient client, String name, TableSchema<T> schema) {
		this.client = client;
		this.schema = schema;
		this.table = client.table(name, schema);
	}

	/**
	 * Runs all operations.
	 * @param items the items to write, as JSON
	 * @return what each operation came to
	 */
	public Map<String, Object> run(List<?> items) {
		outcome("create", this::create);
		int number = 0;
		for (Object json : items) {
			Map<String, AttributeValue> attributes = AttributeJson.read(json);
			run(number++ + " ", this.schema.mapToItem(attributes));
		}
		outcome("scan", () -> {
			Map<String, Object> found = new TreeMap<>();
			for (T item : this.table.scan().items()) {
				Map<String, Object> json = json(item);
				found.put(String.valueOf(json), "");
			}
			return new ArrayList<>(found.keySet());
		});
		batch(items);
		return this.outcomes;
	}

	private String create() {
		try {
			this.table.createTable();
		}
		catch (DynamoDbException ex) {
			// DynamoDB Local doesn't know indexes with several keys yet
			this.table.createTable(CreateTableEnhancedRequest.builder().build());
		}
		return "created";
	}

	private void run(String prefix, T item) {
		outcome(prefix + "put", () -> {
			this.table.putItem(item);
			return "put";
		});
		Key key = key(prefix, item);
		if (key == null) {
			return;
		}
		outcome(prefix + "get", () -> json(this.table.getItem(key)));
		outcome(prefix + "consistent get", () -> json(this.table.getItem((get) -> get.key(key).consistentRead(true))));
		outcome(prefix + "query", () -> {
			List<Object> found = new ArrayList<>();
			this.table.query(QueryConditional.keyEqualTo(key)).items().forEach((each) -> found.add(json(each)));
			return found;
		});
		outcome(prefix + "put again only if new", () -> {
			this.table.putItem(PutItemEnhancedRequest.builder(this.table.tableSchema().itemType().rawClass())
				.item(item)
				.conditionExpression(Expression.builder()
					.expression("attribute_not_exists(#key)")
					.putExpressionName("#key", this.table.tableSchema().tableMetadata().primaryPartitionKey())
					.build())
				.build());
			return "put";
		});
		outcome(prefix + "update", () -> json(this.table.updateItem(item)));
		outcome(prefix + "update stored", () -> {
			T stored = this.table.getItem(key);
			return (stored != null) ? json(this.table.updateItem(stored)) : "nothing";
		});
		outcome(prefix + "delete", () -> json(this.table.deleteItem(key)));
		outcome(prefix + "get deleted", () -> json(this.table.getItem(key)));
		outcome(prefix + "transact write", () -> {
			this.client
				.transactWriteItems(TransactWriteItemsEnhancedRequest.builder().addPutItem(this.table, item).build());
			return "written";
		});
		outcome(prefix + "transact get",
				() -> json(this.client
					.transactGetItems(TransactGetItemsEnhancedRequest.builder().addGetItem(this.table, key).build())
					.get(0)
					.getItem(this.table)));
	}

	private Key key(String prefix, T item) {
		try {
			return this.table.keyFrom(item);
		}
		catch (RuntimeException ex) {
			this.outcomes.put(prefix + "key", ex.getClass().getSimpleName());
			return null;
		}
	}

	private void batch(List<?> items) {
		Map<Key, T> written = new LinkedHashMap<>();
		for (Object json : items) {
			T item = this.schema.mapToItem(AttributeJson.read(json));
			Key key = key("batch ", item);
			if (key != null && written.size() < 25) {
				written.put(key, item);
			}
		}
		if (written.isEmpty()) {
			return;
		}
		Class<T> type = this.table.tableSchema().itemType().rawClass();
		outcome("batch write", () -> {
			WriteBatch.Builder<T> batch = WriteBatch.builder(type).mappedTableResource(this.table);
			written.values().forEach(batch::addPutItem);
			return this.client
				.batchWriteItem(BatchWriteItemEnhancedRequest.builder().writeBatches(batch.build()).build())
				.unprocessedPutItemsForTable(this.table)
				.size();
		});
		outcome("batch get", () -> {
			ReadBatch.Builder<T> batch = ReadBatch.builder(type).mappedTableResource(this.table);
			written.keySet().forEach(batch::addGetItem);
			Map<String, Object> found = new TreeMap<>();
			this.client.batchGetItem(BatchGetItemEnhancedRequest.builder().readBatches(batch.build()).build())
				.resultsForTable(this.table)
				.forEach((item) -> found.put(String.valueOf(json(item)), ""));
			return new ArrayList<>(found.keySet());
		});
	}

	/**
	 * Writes many items and reads them all, page by page.
	 * @param items the items, as JSON
	 * @param pageSize the most items of a page
	 * @return how many pages and items there were
	 */
	public Map<String, Object> page(List<?> items, int pageSize) {
		create();
		Class<T> type = this.table.tableSchema().itemType().rawClass();
		for (int start = 0; start < items.size(); start += 25) {
			WriteBatch.Builder<T> batch = WriteBatch.builder(type).mappedTableResource(this.table);
			for (Object json : items.subList(start, Math.min(start + 25, items.size()))) {
				batch.addPutItem(this.schema.mapToItem(AttributeJson.read(json)));
			}
			this.client.batchWriteItem(BatchWriteItemEnhancedRequest.builder().writeBatches(batch.build()).build());
		}
		int pages = 0;
		Set<Key> keys = new java.util.HashSet<>();
		for (Page<T> page : this.table.scan((scan) -> scan.limit(pageSize))) {
			pages++;
			page.items().forEach((item) -> keys.add(this.table.keyFrom(item)));
		}
		return Map.of("pages", pages, "items", keys.size());
	}

	private void outcome(String operation, Supplier<Object> action) {
		try {
			this.outcomes.put(operation, action.get());
		}
		catch (AwsServiceException ex) {
			this.outcomes.put(operation, "refused: "
					+ ((ex.awsErrorDetails() != null) ? ex.awsErrorDetails().errorCode() : ex.getMessage()));
		}
		catch (RuntimeException ex) {
			this.outcomes.put(operation, "failed: " + ex.getClass().getSimpleName());
		}
	}

	private Map<String, Object> json(T item) {
		if (item == null) {
			return Map.of();
		}
		Map<String, Object> json = AttributeJson.write(this.schema.itemToMap(item, true));
		for (String name : UNPREDICTABLE) {
			json.computeIfPresent(name, (key, value) -> "set");
		}
		return json;
	}

}
