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

package com.example;

import java.util.Map;
import java.util.UUID;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

// Without a scope there would be a new handler, and with it a new client, for each event
@Singleton
public class QuarkusHandler implements RequestHandler<QuarkusHandler.Request, QuarkusHandler.Response> {

	private final DynamoDbClient client = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();

	private final String table;

	QuarkusHandler(@ConfigProperty(name = "EXAMPLE_TABLE_NAME") String table) {
		this.table = table;
	}

	@Override
	public Response handleRequest(Request request, Context context) {
		AttributeValue id = AttributeValue.fromS(UUID.randomUUID().toString());
		Map<String, AttributeValue> item = Map.of("id", id, "name", AttributeValue.fromS(request.name()));
		this.client.putItem((put) -> put.tableName(this.table).item(item));
		Map<String, AttributeValue> found = this.client
			.getItem((get) -> get.tableName(this.table).key(Map.of("id", id)))
			.item();
		return new Response(found.get("id").s(), found.get("name").s());
	}

	public record Request(String name) {
	}

	public record Response(String id, String name) {
	}

}
