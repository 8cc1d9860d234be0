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

package dev.kindling.runtime.context;

import java.util.Map;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.api.RuntimeEnvironment;
import dev.kindling.runtime.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Context} of an invocation. Needs {@code aws-lambda-java-core} on the class
 * path.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-context.html">Lambda
 * context object in Java</a>
 */
public final class LambdaContext implements Context {

	private final Invocation invocation;

	private final RuntimeEnvironment environment;

	/**
	 * Creates the context.
	 * @param invocation the invocation
	 * @param environment the process's environment variables
	 */
	public LambdaContext(Invocation invocation, Map<String, String> environment) {
		this.invocation = invocation;
		this.environment = new RuntimeEnvironment(environment);
	}

	@Override
	public String getAwsRequestId() {
		return this.invocation.requestId();
	}

	@Override
	public @Nullable String getLogGroupName() {
		return this.environment.get("AWS_LAMBDA_LOG_GROUP_NAME");
	}

	@Override
	public @Nullable String getLogStreamName() {
		return this.environment.get("AWS_LAMBDA_LOG_STREAM_NAME");
	}

	@Override
	public @Nullable String getFunctionName() {
		return this.environment.get("AWS_LAMBDA_FUNCTION_NAME");
	}

	@Override
	public @Nullable String getFunctionVersion() {
		return this.environment.get("AWS_LAMBDA_FUNCTION_VERSION");
	}

	@Override
	public @Nullable String getInvokedFunctionArn() {
		return this.invocation.invokedFunctionArn();
	}

	/**
	 * The caller's Amazon Cognito identity.
	 * @return the identity, or {@code null} if the caller has none or it is malformed
	 */
	@Override
	public @Nullable CognitoIdentity getIdentity() {
		Map<String, @Nullable Object> members = JsonReader.object(this.invocation.cognitoIdentity());
		return (members != null) ? new InvocationIdentity(members) : null;
	}

	/**
	 * What the calling application says of itself.
	 * @return the client context, or {@code null} if there is none or it is malformed
	 */
	@Override
	public @Nullable ClientContext getClientContext() {
		Map<String, @Nullable Object> members = JsonReader.object(this.invocation.clientContext());
		return (members != null) ? new InvocationClientContext(members) : null;
	}

	/**
	 * The time until Lambda ends the invocation.
	 * @return the milliseconds, 0 when the time is over, and {@link Integer#MAX_VALUE}
	 * when Lambda named no deadline
	 */
	@Override
	public int getRemainingTimeInMillis() {
		if (this.invocation.deadline() == null) {
			return Integer.MAX_VALUE;
		}
		long left = this.invocation.deadline().toEpochMilli() - System.currentTimeMillis();
		return (int) Math.max(0, Math.min(left, Integer.MAX_VALUE));
	}

	/**
	 * The memory that is configured for the function.
	 * @return megabytes, or 0 if it isn't known
	 */
	@Override
	public int getMemoryLimitInMB() {
		String value = this.environment.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
		try {
			return (value != null) ? Integer.parseInt(value) : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	@Override
	public LambdaLogger getLogger() {
		return new InvocationLogger(this.invocation, this.environment, System.out);
	}

	@Override
	public @Nullable String getTenantId() {
		return this.invocation.tenantId();
	}

	@Override
	public @Nullable String getXrayTraceId() {
		return this.invocation.traceId();
	}

	/**
	 * Names the invocation without its payload, identity or environment.
	 */
	@Override
	public String toString() {
		return "LambdaContext[" + this.invocation.requestId() + "]";
	}

}
