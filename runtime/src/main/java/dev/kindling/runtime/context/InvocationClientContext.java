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

import java.util.LinkedHashMap;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import org.jspecify.annotations.Nullable;

/**
 * The client context of the header {@code Lambda-Runtime-Client-Context}.
 */
final class InvocationClientContext implements ClientContext {

	private final Map<String, @Nullable Object> members;

	InvocationClientContext(Map<String, @Nullable Object> members) {
		this.members = members;
	}

	@Override
	public @Nullable Client getClient() {
		return (this.members.get("client") instanceof Map<?, ?> client) ? new InvocationClient(texts(client)) : null;
	}

	@Override
	public Map<String, String> getCustom() {
		Object custom = this.members.get("custom");
		// The SDKs for JavaScript and Python write it either way
		return texts((custom != null) ? custom : this.members.get("Custom"));
	}

	@Override
	public Map<String, String> getEnvironment() {
		return texts(this.members.get("env"));
	}

	private static Map<String, String> texts(@Nullable Object value) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> map) {
			for (Map.Entry<?, ?> entry : map.entrySet()) {
				if (entry.getKey() instanceof String name && entry.getValue() instanceof String text) {
					texts.put(name, text);
				}
			}
		}
		return texts;
	}

	/**
	 * The calling application.
	 */
	private record InvocationClient(Map<String, String> texts) implements Client {

		@Override
		public @Nullable String getInstallationId() {
			return this.texts.get("installation_id");
		}

		@Override
		public @Nullable String getAppTitle() {
			return this.texts.get("app_title");
		}

		@Override
		public @Nullable String getAppVersionName() {
			return this.texts.get("app_version_name");
		}

		@Override
		public @Nullable String getAppVersionCode() {
			return this.texts.get("app_version_code");
		}

		@Override
		public @Nullable String getAppPackageName() {
			return this.texts.get("app_package_name");
		}

	}

}
