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

package dev.kindling.runtime;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One invocation, as {@code GET /runtime/invocation/next} answers it. Whatever Lambda
 * leaves out is {@code null}, or empty for {@link #requestId()}.
 *
 * @param requestId the id under which the answer is posted
 * @param deadline when Lambda ends the invocation, or {@code null} if the header is
 * missing or is no number
 * @param invokedFunctionArn the function, version or alias that the caller named
 * @param traceId the X-Ray trace header
 * @param clientContext the mobile SDK's client context, as JSON
 * @param cognitoIdentity the caller's Amazon Cognito identity, as JSON
 * @param tenantId the tenant of a function with tenant isolation
 * @param contentType the body's media type
 * @param headers all headers of the answer, by lower-case name; of a repeated header the
 * first
 * @param body the event, exactly as received; never {@code null}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda
 * Runtime API</a>
 */
public record Invocation(String requestId, @Nullable Instant deadline, @Nullable String invokedFunctionArn,
		@Nullable String traceId, @Nullable String clientContext, @Nullable String cognitoIdentity,
		@Nullable String tenantId, @Nullable String contentType, Map<String, String> headers, byte[] body) {

	public Invocation {
		headers = Map.copyOf(headers);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/**
	 * Names the invocation without its payload, headers or identity, so that it can be
	 * logged.
	 */
	@Override
	public String toString() {
		return "Invocation[" + this.requestId + ", " + this.body.length + " bytes]";
	}

}
