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

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;

/**
 * What the page works on. The console asks for it again and again, from threads of its
 * own.
 */
public interface Workbench {

	/**
	 * The functions that can be called.
	 * @return at least one
	 */
	List<ConsoleFunction> functions();

	/**
	 * Calls a function and waits for its answer.
	 * @param function the name of one of {@link #functions()}
	 * @param request the event
	 * @return the answer
	 */
	InvokeResult invoke(String function, InvokeRequest request);

	/**
	 * The tables in DynamoDB Local.
	 * @return their names; none if there is no DynamoDB Local
	 */
	List<String> tables();

	/**
	 * Looks into a table.
	 * @param table the name of one of {@link #tables()}
	 * @param limit the most items to return
	 * @return an answer of DynamoDB to {@code Scan}
	 */
	JsonNode items(String table, int limit);

	/**
	 * The attributes of a table's key.
	 * @param table the name of one of {@link #tables()}
	 * @return the names, the partition key's first
	 */
	List<String> keys(String table);

}
