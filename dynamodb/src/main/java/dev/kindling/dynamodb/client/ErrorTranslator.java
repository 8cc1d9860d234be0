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

package dev.kindling.dynamodb.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * Adds to an exception of the client what it means for the function and what to set. Its
 * type, its code and what DynamoDB said stay.
 */
final class ErrorTranslator implements ExecutionInterceptor {

	private final Connection connection;

	ErrorTranslator(Connection connection) {
		this.connection = connection;
	}

	@Override
	public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
		Throwable failure = context.exception();
		String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
		String table = table(context.request());
		String hint = null;
		if (failure instanceof DynamoDbException refused) {
			hint = refused(refused, operation, table);
		}
		else if (failure instanceof ApiCallTimeoutException) {
			hint = "DynamoDB didn't answer in time. Give the function a longer Timeout, or set "
					+ "kindling.dynamodb.api-call-timeout.";
		}
		else if (failure instanceof SdkClientException) {
			hint = unreachable(failure);
		}
		return (hint != null) ? withHint((SdkException) failure, hint) : failure;
	}

	private @Nullable String refused(DynamoDbException failure, @Nullable String operation, @Nullable String table) {
		if (failure instanceof ResourceNotFoundException) {
			return where(table) + " doesn't exist" + place() + ". Create it, or set its name: docs/dynamodb.md says "
					+ "where a table's name comes from.";
		}
		String code = (failure.awsErrorDetails() != null) ? failure.awsErrorDetails().errorCode() : null;
		if (code == null) {
			return null;
		}
		return switch (code) {
			case "AccessDeniedException" -> "The function's role may not call it. Allow dynamodb:" + operation + " on "
					+ where(table).toLowerCase(java.util.Locale.ROOT) + place()
					+ ", in a SAM template by DynamoDBCrudPolicy or DynamoDBReadPolicy.";
			case "ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded" ->
				"DynamoDB throttles" + ((table != null) ? " table '" + table + "'" : "") + " and still did so after "
						+ "the retries. Raise its capacity or make it on-demand; kindling.dynamodb.retries.max-attempts "
						+ "says how often to retry.";
			case "UnrecognizedClientException", "InvalidSignatureException", "MissingAuthenticationTokenException",
					"IncompleteSignatureException", "ExpiredTokenException" ->
				"AWS doesn't accept the credentials. Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and "
						+ "AWS_SESSION_TOKEN.";
			default -> null;
		};
	}

	private @Nullable String unreachable(Throwable failure) {
		Throwable cause = failure.getCause();
		while (cause != null && !(cause instanceof IOException)) {
			cause = cause.getCause();
		}
		if (cause instanceof ConnectException || cause instanceof NoRouteToHostException
				|| cause instanceof UnknownHostException || cause instanceof SocketTimeoutException) {
			URI endpoint = this.connection.endpoint();
			if (endpoint == null && cause instanceof UnknownHostException
					&& !Region.regions().contains(this.connection.region())) {
				return "'" + this.connection.region().id() + "' is no region of AWS that this version of the SDK knows,"
						+ " and DynamoDB has no host there. Set AWS_REGION or kindling.dynamodb.region to a region's id,"
						+ " such as eu-central-1.";
			}
			String reached = (endpoint != null) ? "DynamoDB can't be reached at " + endpoint.getScheme() + "://"
					+ endpoint.getRawAuthority()
					+ ". Start it there, or set kindling.dynamodb.endpoint or AWS_ENDPOINT_URL_DYNAMODB to where it is."
					: "DynamoDB can't be reached" + place()
							+ ". Check AWS_REGION; a function in a VPC needs a gateway endpoint for DynamoDB.";
			return reached;
		}
		return null;
	}

	private static @Nullable String table(SdkRequest request) {
		return request.getValueForField("TableName", String.class).orElse(null);
	}

	private static String where(@Nullable String table) {
		return (table != null) ? "Table '" + table + "'" : "A table";
	}

	private String place() {
		return " in region " + this.connection.region().id();
	}

	private static boolean isUnknownHost(Throwable failure) {
		Throwable cause = failure.getCause();
		while (cause != null && !(cause instanceof UnknownHostException)) {
			cause = cause.getCause();
		}
		return cause != null;
	}

	private static SdkException withHint(SdkException failure, String hint) {
		String message = failure.getMessage();
		if (failure instanceof DynamoDbException refused && refused.awsErrorDetails() != null) {
			// the rest of the message is added by the exception itself
			message = refused.awsErrorDetails().errorMessage();
		}
		Throwable hidden = isUnknownHost(failure) ? failure.getCause() : null;
		SdkException translated = failure.toBuilder()
			.message((message != null) ? hint + " (" + message + ")" : hint)
			.cause((hidden == null) ? failure.getCause() : null)
			.build();
		if (hidden != null) {
			// as a cause, it would make the SDK put a general hint of its own above this
			translated.addSuppressed(hidden);
		}
		translated.setStackTrace(failure.getStackTrace());
		for (Throwable suppressed : failure.getSuppressed()) {
			translated.addSuppressed(suppressed);
		}
		return translated;
	}

}
