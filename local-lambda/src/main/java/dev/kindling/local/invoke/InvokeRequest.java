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

package dev.kindling.local.invoke;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * One call of the function.
 *
 * @param payload the event, as JSON; when empty, the function receives <code>{}</code>
 * @param clientContext the mobile SDK's client context, as JSON
 * @param cognitoIdentity the caller's Amazon Cognito identity, as JSON
 * @param traceId the X-Ray trace header; when {@code null}, a new one is made
 * @param tenantId the tenant of a function with tenant isolation
 */
public record InvokeRequest(byte[] payload, @Nullable String clientContext, @Nullable String cognitoIdentity,
		@Nullable String traceId, @Nullable String tenantId) {

	/**
	 * Calls the function with JSON.
	 * @param json the event
	 * @return the request
	 */
	public static InvokeRequest of(String json) {
		return of(json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Calls the function with these bytes.
	 * @param payload the event
	 * @return the request
	 */
	public static InvokeRequest of(byte[] payload) {
		return new InvokeRequest(payload, null, null, null, null);
	}

	/**
	 * Adds a client context.
	 * @param json the mobile SDK's client context, as JSON
	 * @return a new request
	 */
	public InvokeRequest withClientContext(@Nullable String json) {
		return new InvokeRequest(this.payload, json, this.cognitoIdentity, this.traceId, this.tenantId);
	}

	/**
	 * Adds an identity.
	 * @param json {@code cognitoIdentityId} and {@code cognitoIdentityPoolId}, as JSON
	 * @return a new request
	 */
	public InvokeRequest withCognitoIdentity(@Nullable String json) {
		return new InvokeRequest(this.payload, this.clientContext, json, this.traceId, this.tenantId);
	}

	/**
	 * Sets the X-Ray trace header.
	 * @param header such as {@code Root=1-…;Parent=…;Sampled=1}
	 * @return a new request
	 */
	public InvokeRequest withTraceId(@Nullable String header) {
		return new InvokeRequest(this.payload, this.clientContext, this.cognitoIdentity, header, this.tenantId);
	}

	/**
	 * Sets the tenant.
	 * @param tenant the tenant's id
	 * @return a new request
	 */
	public InvokeRequest withTenantId(@Nullable String tenant) {
		return new InvokeRequest(this.payload, this.clientContext, this.cognitoIdentity, this.traceId, tenant);
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
	 * Leaves the payload out, so that a request can be logged.
	 */
	@Override
	public String toString() {
		return "InvokeRequest[" + this.payload.length + " bytes]";
	}

}
