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

import java.net.URI;

import dev.kindling.dynamodb.DynamoDbProperties;
import dev.kindling.dynamodb.client.Connection;
import org.jspecify.annotations.Nullable;

/**
 * When to get ready before the first call.
 */
public enum PrimingMode {

	/**
	 * On Lambda, unless the endpoint is local.
	 */
	AUTO,

	/**
	 * Anywhere.
	 */
	ALWAYS,

	/**
	 * Never.
	 */
	OFF;

	static final String PROPERTY = "priming";

	public static boolean isOn(DynamoDbProperties properties, @Nullable URI endpoint) {
		return switch (properties.choice(PROPERTY, values(), AUTO)) {
			case ALWAYS -> true;
			case OFF -> false;
			case AUTO -> properties.raw("AWS_LAMBDA_FUNCTION_NAME") != null
					&& (endpoint == null || !Connection.isLocal(endpoint));
		};
	}

}
