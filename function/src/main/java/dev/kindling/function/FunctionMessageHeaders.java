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

package dev.kindling.function;

/**
 * The headers of a {@code Message} that a function takes or returns.
 */
public final class FunctionMessageHeaders {

	/**
	 * The invocation's {@code Context}, under the name that Spring Cloud Function has.
	 */
	public static final String CONTEXT = "aws-context";

	/** The method of the HTTP request. */
	public static final String METHOD = "httpMethod";

	/** The path of the HTTP request. */
	public static final String PATH = "path";

	/** The query's parameters: a map of lists. */
	public static final String QUERY_PARAMETERS = "queryParameters";

	/** The variables of the route's path: a map. */
	public static final String PATH_VARIABLES = "pathVariables";

	/** The headers of the HTTP request: a map of lists, by lower-case name. */
	public static final String HEADERS = "headers";

	/** The cookies of the HTTP request: a map. */
	public static final String COOKIES = "cookies";

	/** The id of a WebSocket API's connection. */
	public static final String CONNECTION_ID = "connectionId";

	/** What the authorizer found out: a {@code JsonNode}. */
	public static final String CLAIMS = "claims";

	/** The status of the HTTP response: a number. */
	public static final String STATUS = "statusCode";

	/** The headers of the HTTP response: a map of values or lists. */
	public static final String RESPONSE_HEADERS = "responseHeaders";

	/** Keys for the dynamic partitioning of a Firehose stream: a map. */
	public static final String PARTITION_KEYS = "partitionKeys";

	private FunctionMessageHeaders() {
	}

}
