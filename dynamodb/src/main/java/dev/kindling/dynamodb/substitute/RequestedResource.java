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

package dev.kindling.dynamodb.substitute;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;

/**
 * The resource that a request to DynamoDB is for: the name or ARN of a table, a backup,
 * an export or an import. It decides on the endpoint, and so is a context parameter in
 * DynamoDB's endpoint rules.
 */
final class RequestedResource {

	/** Of two that a request has, the first counts. */
	private static final String[] FIELDS = { "TargetTableName", "TableName", "GlobalTableName", "ResourceArn",
			"BackupArn", "ExportArn", "ImportArn", "TableArn" };

	private RequestedResource() {
	}

	static @Nullable String of(SdkRequest request) {
		for (String field : FIELDS) {
			Object value = request.getValueForField(field, Object.class).orElse(null);
			if (value instanceof String resource) {
				return resource;
			}
		}
		return null;
	}

}
