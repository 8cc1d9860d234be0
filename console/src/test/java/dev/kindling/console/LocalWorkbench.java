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

package dev.kindling.console;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;

/**
 * A real Lambda with one function, and a real DynamoDB.
 */
record LocalWorkbench(LocalLambda lambda, EmbeddedDynamoDb database, JsonNode example) implements Workbench {

	@Override
	public List<ConsoleFunction> functions() {
		return List.of(new ConsoleFunction(this.lambda.functionName(), "com.example.Order", "com.example.Receipt",
				"any", null, this.example, this.lambda.functionUrl().toString()));
	}

	@Override
	public InvokeResult invoke(String function, InvokeRequest request) {
		return this.lambda.invoke(request);
	}

	@Override
	public List<String> tables() {
		return StreamSupport.stream(this.database.call("ListTables", "{}").get("TableNames").spliterator(), false)
			.map(JsonNode::asText)
			.toList();
	}

	@Override
	public JsonNode items(String table, int limit) {
		return this.database.call("Scan", "{\"TableName\":\"" + table + "\",\"Limit\":" + limit + "}");
	}

	@Override
	public List<String> keys(String table) {
		JsonNode schema = this.database.call("DescribeTable", "{\"TableName\":\"" + table + "\"}")
			.at("/Table/KeySchema");
		return schema.findValuesAsText("AttributeName");
	}

}
