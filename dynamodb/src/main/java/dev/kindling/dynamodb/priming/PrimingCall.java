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

package dev.kindling.dynamodb.priming;

/**
 * What to call DynamoDB with before the first real call.
 */
public enum PrimingCall {

	/**
	 * Reads an item that isn't there, from each table. Costs half a read unit and needs
	 * dynamodb:GetItem.
	 */
	GET_ITEM,

	/**
	 * Describes each table. Costs nothing and needs dynamodb:DescribeTable.
	 */
	DESCRIBE_TABLE,

	/**
	 * Connects, but calls nothing.
	 */
	CONNECT;

	public static final String PROPERTY = "priming-call";

}
