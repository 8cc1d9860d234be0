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

import java.net.MalformedURLException;
import java.util.Map;
import java.util.UUID;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.micronaut.context.annotation.Property;
import io.micronaut.function.aws.MicronautRequestHandler;
import io.micronaut.function.aws.runtime.AbstractMicronautLambdaRuntime;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public class MicronautFunction extends
		AbstractMicronautLambdaRuntime<MicronautFunction.Request, MicronautFunction.Response, MicronautFunction.Request, MicronautFunction.Response> {

	public static void main(String[] args) throws MalformedURLException {
		new MicronautFunction().run(args);
	}

	@Override
	protected RequestHandler<Request, Response> createRequestHandler(String... args) {
		return new Handler();
	}

	static class Handler extends MicronautRequestHandler<Request, Response> {

		private final DynamoDbClient client = DynamoDbClient.builder()
			.httpClient(UrlConnectionHttpClient.create())
			.build();

		@Inject
		@Property(name = "example.table.name")
		String table;

		@Override
		public Response execute(Request request) {
			AttributeValue id = AttributeValue.fromS(UUID.randomUUID().toString());
			Map<String, AttributeValue> item = Map.of("id", id, "name", AttributeValue.fromS(request.name()));
			this.client.putItem((put) -> put.tableName(this.table).item(item));
			Map<String, AttributeValue> found = this.client
				.getItem((get) -> get.tableName(this.table).key(Map.of("id", id)))
				.item();
			return new Response(found.get("id").s(), found.get("name").s());
		}

	}

	@Serdeable
	record Request(String name) {
	}

	@Serdeable
	record Response(String id, String name) {
	}

}
