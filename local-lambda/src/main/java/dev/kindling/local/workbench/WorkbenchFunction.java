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

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A function that a local Lambda serves, with what the inventory knows of it.
 *
 * @param name what it is invoked by
 * @param handler what it finds in {@code _HANDLER}: what chooses the bean
 * @param input the type that it takes, with packages and type arguments; {@code null} if
 * it takes nothing, or if there is no inventory
 * @param output the type that it returns; {@code null} if it returns nothing, or if there
 * is no inventory
 * @param event the kind of event that its types tell, in the inventory's words, such as
 * {@code sqs}; {@code any} if they tell none
 * @param eventType the class that tells it, without package, if one does
 * @param entity of the changes of a table, the class of its items, if that is known
 * @param reportsItemFailures whether its answer to a batch reports the items that failed
 * @param url where it takes HTTP requests, such as {@code http://127.0.0.1:3000/store/};
 * {@code null} if it takes none
 * @param queueUrl the queue whose messages it gets, if there is one
 * @param table the table whose changes it gets, if there is one
 */
public record WorkbenchFunction(String name, String handler, @Nullable String input, @Nullable String output,
		String event, @Nullable String eventType, @Nullable String entity, boolean reportsItemFailures,
		@Nullable URI url, @Nullable URI queueUrl, @Nullable String table) {

	/**
	 * Describes a function of which nothing but its name is known.
	 * @param name what it is invoked by
	 * @param handler what it finds in {@code _HANDLER}
	 * @return the description
	 */
	public static WorkbenchFunction of(String name, String handler) {
		return new WorkbenchFunction(name, handler, null, null, "any", null, null, false, null, null, null);
	}

	/**
	 * Adds where it takes HTTP requests.
	 * @param address with a slash at its end
	 * @return a new description
	 */
	public WorkbenchFunction withUrl(URI address) {
		return new WorkbenchFunction(this.name, this.handler, this.input, this.output, this.event, this.eventType,
				this.entity, this.reportsItemFailures, address, this.queueUrl, this.table);
	}

	/**
	 * Adds the queue whose messages it gets.
	 * @param address as SQS names the queue
	 * @return a new description
	 */
	public WorkbenchFunction withQueueUrl(URI address) {
		return new WorkbenchFunction(this.name, this.handler, this.input, this.output, this.event, this.eventType,
				this.entity, this.reportsItemFailures, this.url, address, this.table);
	}

	/**
	 * Adds the table whose changes it gets.
	 * @param tableName the table's name
	 * @return a new description
	 */
	public WorkbenchFunction withTable(String tableName) {
		return new WorkbenchFunction(this.name, this.handler, this.input, this.output, this.event, this.eventType,
				this.entity, this.reportsItemFailures, this.url, this.queueUrl, tableName);
	}

}
