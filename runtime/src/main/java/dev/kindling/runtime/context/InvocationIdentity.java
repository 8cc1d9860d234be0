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

import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The identity of the header {@code Lambda-Runtime-Cognito-Identity}.
 */
final class InvocationIdentity implements CognitoIdentity {

	private final Map<String, @Nullable Object> members;

	InvocationIdentity(Map<String, @Nullable Object> members) {
		this.members = members;
	}

	@Override
	public @Nullable String getIdentityId() {
		return (this.members.get("cognitoIdentityId") instanceof String id) ? id : null;
	}

	@Override
	public @Nullable String getIdentityPoolId() {
		return (this.members.get("cognitoIdentityPoolId") instanceof String id) ? id : null;
	}

}
