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

package dev.kindling.local.dynamodb;

import java.io.Closeable;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.LambdaHttpServer;
import dev.kindling.local.server.ServerLogs;

/**
 * Amazon's DynamoDB Local within this JVM, in memory, on a free port. One database for
 * all: whatever region and access key a client uses, it sees the same tables. Amazon's
 * telemetry isn't started.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html">DynamoDB
 * Local</a>
 */
public final class EmbeddedDynamoDb implements Closeable {

	private static final String AUTHORIZATION = "AWS4-HMAC-SHA256 "
			+ "Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local";

	private final LocalDynamoDBRequestHandler database;

	private final LambdaHttpServer server;

	private EmbeddedDynamoDb(LocalDynamoDBRequestHandler database, LambdaHttpServer server) {
		this.database = database;
		this.server = server;
	}

	/**
	 * Starts a DynamoDB with these tables, on a free port.
	 * @param tables to create
	 * @return the running DynamoDB
	 */
	public static EmbeddedDynamoDb start(TableDefinition... tables) {
		return start(0, tables);
	}

	/**
	 * Starts a DynamoDB with these tables.
	 * @param port to listen at; {@code 0} for a free one
	 * @param tables to create
	 * @return the running DynamoDB
	 */
	public static EmbeddedDynamoDb start(int port, TableDefinition... tables) {
		ServerLogs.quiet();
		SqliteLibrary.prepare();
		LocalDynamoDBRequestHandler database = new LocalDynamoDBRequestHandler(0, true, null, true, false);
		LambdaHttpServer server = LambdaHttpServer.start("dynamodb-local", port,
				new LocalDynamoDBServerHandler(database, null));
		EmbeddedDynamoDb started = new EmbeddedDynamoDb(database, server);
		try {
			for (TableDefinition table : tables) {
				started.createTable(table);
			}
			return started;
		}
		catch (RuntimeException ex) {
			started.close();
			throw ex;
		}
	}

	/**
	 * Where clients find this DynamoDB: the SDK's {@code endpointOverride}, or the
	 * environment variable {@code AWS_ENDPOINT_URL_DYNAMODB}.
	 * @return such as {@code http://127.0.0.1:8000}
	 */
	public URI endpoint() {
		return URI.create("http://" + this.server.address());
	}

	/**
	 * Creates a table.
	 * @param table its name and keys
	 * @throws IllegalStateException if DynamoDB refuses, with its message
	 */
	public void createTable(TableDefinition table) {
		call("CreateTable", table.createTableRequest());
	}

	/**
	 * Creates a table with everything that a table can have.
	 * @param json as for {@code aws dynamodb create-table --cli-input-json}
	 * @throws IllegalStateException if DynamoDB refuses, with its message
	 */
	public void createTable(String json) {
		call("CreateTable", json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Names all tables, which DynamoDB does in pages of a hundred.
	 * @return the names, sorted
	 */
	public List<String> tables() {
		List<String> names = new ArrayList<>();
		ObjectNode request = Json.MAPPER.createObjectNode();
		JsonNode page;
		do {
			page = call("ListTables", request.toString());
			page.path("TableNames").forEach((name) -> names.add(name.asText()));
			request.set("ExclusiveStartTableName", page.path("LastEvaluatedTableName"));
		}
		while (page.hasNonNull("LastEvaluatedTableName"));
		return names;
	}

	/**
	 * Calls DynamoDB's JSON interface, to look into a table or to fill one without a
	 * client.
	 * @param operation such as {@code PutItem}
	 * @param json the request
	 * @return the answer
	 * @throws IllegalStateException if DynamoDB refuses, with its message
	 */
	public JsonNode call(String operation, String json) {
		return call(operation, json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Calls the JSON interface of DynamoDB's streams.
	 * @param operation such as {@code DescribeStream}
	 * @param json the request
	 * @return the answer
	 * @throws IllegalStateException if DynamoDB refuses, with its message
	 */
	public JsonNode callStreams(String operation, String json) {
		return call("DynamoDBStreams_20120810." + operation, operation, json.getBytes(StandardCharsets.UTF_8));
	}

	private JsonNode call(String operation, byte[] request) {
		return call("DynamoDB_20120810." + operation, operation, request);
	}

	private JsonNode call(String target, String operation, byte[] request) {
		try {
			HttpURLConnection connection = (HttpURLConnection) endpoint().toURL().openConnection();
			connection.setRequestMethod("POST");
			connection.setDoOutput(true);
			connection.setRequestProperty("X-Amz-Target", target);
			connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
			connection.setRequestProperty("Authorization", AUTHORIZATION);
			connection.getOutputStream().write(request);
			if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
				JsonNode error = Json.MAPPER.readTree(connection.getErrorStream());
				throw new IllegalStateException("DynamoDB refuses " + operation + ": "
						+ error.path("Message").asText(error.path("message").asText(error.path("__type").asText())));
			}
			return Json.MAPPER.readTree(connection.getInputStream());
		}
		catch (IOException ex) {
			throw new IllegalStateException("DynamoDB Local doesn't answer " + operation, ex);
		}
	}

	/**
	 * Ends this DynamoDB; its tables are gone.
	 */
	@Override
	public void close() {
		this.server.close();
		this.database.shutdown();
	}

}
