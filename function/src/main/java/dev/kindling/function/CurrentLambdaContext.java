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

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.jspecify.annotations.Nullable;

/**
 * The context of the invocation that the calling thread handles: a bean that can be
 * injected anywhere.
 */
public final class CurrentLambdaContext implements Context {

	private static final ThreadLocal<@Nullable Context> CURRENT = new ThreadLocal<>();

	public static void set(@Nullable Context context) {
		if (context != null) {
			CURRENT.set(context);
		}
		else {
			CURRENT.remove();
		}
	}

	private static Context current() {
		Context context = CURRENT.get();
		if (context == null) {
			throw new IllegalStateException("This thread handles no invocation: "
					+ "use the context on the thread that calls the function, and hand over what others need");
		}
		return context;
	}

	@Override
	public String getAwsRequestId() {
		return current().getAwsRequestId();
	}

	@Override
	public String getLogGroupName() {
		return current().getLogGroupName();
	}

	@Override
	public String getLogStreamName() {
		return current().getLogStreamName();
	}

	@Override
	public String getFunctionName() {
		return current().getFunctionName();
	}

	@Override
	public String getFunctionVersion() {
		return current().getFunctionVersion();
	}

	@Override
	public String getInvokedFunctionArn() {
		return current().getInvokedFunctionArn();
	}

	@Override
	public CognitoIdentity getIdentity() {
		return current().getIdentity();
	}

	@Override
	public ClientContext getClientContext() {
		return current().getClientContext();
	}

	@Override
	public int getRemainingTimeInMillis() {
		return current().getRemainingTimeInMillis();
	}

	@Override
	public int getMemoryLimitInMB() {
		return current().getMemoryLimitInMB();
	}

	@Override
	public LambdaLogger getLogger() {
		return current().getLogger();
	}

	@Override
	public String getTenantId() {
		return current().getTenantId();
	}

	@Override
	public String getXrayTraceId() {
		return current().getXrayTraceId();
	}

}
