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

import java.io.PrintStream;
import java.util.UUID;
import java.util.stream.Stream;

import dev.kindling.local.dynamodb.TableDefinition;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;

/**
 * DynamoDB Local with the benchmark's tables, the first warmed up, until standard input
 * ends. Prints its address.
 */
class DynamoDb {

	private static final int WARM_UP_CALLS = 5000;

	public static void main(String[] args) throws Exception {
		PrintStream address = System.out;
		System.setOut(System.err); // whatever logs doesn't stand before the address
		String table = args[0];
		EmbeddedDynamoDb database = EmbeddedDynamoDb
			.start(Stream.of(args).map((name) -> TableDefinition.of(name, "id")).toArray(TableDefinition[]::new));
		for (int i = 0; i < WARM_UP_CALLS; i++) {
			String key = "{\"id\":{\"S\":\"" + UUID.randomUUID() + "\"}";
			database.call("PutItem",
					"{\"TableName\":\"" + table + "\",\"Item\":" + key + ",\"name\":{\"S\":\"warm-up\"}}}");
			database.call("GetItem", "{\"TableName\":\"" + table + "\",\"Key\":" + key + "}}");
		}
		address.println(database.endpoint());
		System.in.read();
		System.exit(0);
	}

}
