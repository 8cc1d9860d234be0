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

package dev.kindling.local.workbench;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a local Lambda while it runs. May be used by several threads at
 * once.
 */
public interface Workbench {

	/**
	 * The functions that are served, in the inventory's order.
	 * @return at least one
	 */
	List<WorkbenchFunction> functions();

	/**
	 * Calls a function and waits for its answer. A function that fails is no exception:
	 * see {@link InvokeResult#isError()}.
	 * @param function the name of one of {@link #functions()}
	 * @param request the event, and what comes with it
	 * @return the answer, the log and the values of the REPORT line
	 * @throws IllegalArgumentException if there is no such function
	 * @throws dev.kindling.local.invoke.TooManyRequestsException if all environments that
	 * the function may have are busy
	 */
	InvokeResult invoke(String function, InvokeRequest request);

	/**
	 * Calls a function as its schedule would do it now: with the event of Amazon
	 * EventBridge for a schedule.
	 * @param function the name of one of {@link #functions()}
	 * @return the answer, the log and the values of the REPORT line
	 * @throws IllegalArgumentException if there is no such function
	 * @throws dev.kindling.local.invoke.TooManyRequestsException if all environments that
	 * the function may have are busy
	 */
	InvokeResult fireSchedule(String function);

	/**
	 * The tables in DynamoDB Local.
	 * @return their names; empty if there is no DynamoDB Local
	 */
	List<String> tables();

	/**
	 * Reads items of a table.
	 * @param table the table's name
	 * @param limit how many items at most, 1 or more
	 * @param startKey the {@code LastEvaluatedKey} of the answer before, if there was one
	 * @return DynamoDB's answer to Scan: {@code Items} in DynamoDB's JSON, {@code Count},
	 * and {@code LastEvaluatedKey} if there are more
	 * @throws IllegalStateException if DynamoDB refuses, with its message, or there is
	 * none
	 */
	JsonNode scan(String table, int limit, @Nullable JsonNode startKey);

	/**
	 * Reads one item.
	 * @param table the table's name
	 * @param key its key, in DynamoDB's JSON, such as {@code {"id":{"S":"1"}}}
	 * @return DynamoDB's answer to GetItem: {@code Item} in DynamoDB's JSON, if there is
	 * one
	 * @throws IllegalStateException if DynamoDB refuses, with its message, or there is
	 * none
	 */
	JsonNode getItem(String table, JsonNode key);

	/**
	 * Tells a listener what happens from now on.
	 * @param listener is called by the threads in which it happens, and so by several at
	 * once; has to return at once and to throw nothing
	 */
	void addListener(WorkbenchListener listener);

	/**
	 * Tells a listener nothing more.
	 * @param listener one that was added
	 */
	void removeListener(WorkbenchListener listener);

}
