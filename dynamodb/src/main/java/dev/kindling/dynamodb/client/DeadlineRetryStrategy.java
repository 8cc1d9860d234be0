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

import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * Doesn't wait for a retry that would come too late: the error of the last attempt says
 * more than that time is up.
 */
final class DeadlineRetryStrategy implements RetryStrategy {

	private final RetryStrategy delegate;

	DeadlineRetryStrategy(RetryStrategy delegate) {
		this.delegate = delegate;
	}

	@Override
	public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
		return this.delegate.acquireInitialToken(request);
	}

	@Override
	public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
		RefreshRetryTokenResponse response = this.delegate.refreshRetryToken(request);
		long left = InvocationTime.leftMillis();
		if (left != InvocationTime.UNLIMITED && response.delay().toMillis() >= left) {
			throw new TokenAcquisitionFailedException("The invocation ends before the next attempt", response.token(),
					request.failure());
		}
		return response;
	}

	@Override
	public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
		return this.delegate.recordSuccess(request);
	}

	@Override
	public int maxAttempts() {
		return this.delegate.maxAttempts();
	}

	@Override
	public boolean useClientDefaults() {
		return this.delegate.useClientDefaults();
	}

	@Override
	public Builder<?, ?> toBuilder() {
		return this.delegate.toBuilder();
	}

	@Override
	public void close() {
		this.delegate.close();
	}

}
