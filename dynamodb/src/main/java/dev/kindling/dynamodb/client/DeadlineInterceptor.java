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

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * Ends a call with all its retries before the invocation's deadline, so that the function
 * can still tell what went wrong.
 */
final class DeadlineInterceptor implements ExecutionInterceptor {

	private final @Nullable Duration configured;

	/**
	 * @param configured how long a call may take anyway, if that is limited
	 */
	DeadlineInterceptor(@Nullable Duration configured) {
		this.configured = configured;
	}

	@Override
	public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
		SdkRequest request = context.request();
		long left = InvocationTime.leftMillis();
		if (left == InvocationTime.UNLIMITED || !(request instanceof DynamoDbRequest call)) {
			return request;
		}
		AwsRequestOverrideConfiguration override = call.overrideConfiguration().orElse(null);
		Duration limit = (override != null) ? override.apiCallTimeout().orElse(this.configured) : this.configured;
		if (limit != null && limit.toMillis() <= left) {
			return request;
		}
		AwsRequestOverrideConfiguration.Builder builder = (override != null) ? override.toBuilder()
				: AwsRequestOverrideConfiguration.builder();
		return call.toBuilder().overrideConfiguration(builder.apiCallTimeout(Duration.ofMillis(left)).build()).build();
	}

}
