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
package dev.kindling.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Through which proxy a {@link KindlingHttpClient} connects. What isn't set comes from
 * the system properties {@code https.proxyHost}, {@code https.proxyPort},
 * {@code https.proxyUser}, {@code https.proxyPassword} (or {@code http.…}) and
 * {@code http.nonProxyHosts}; if these say nothing, from the environment variables
 * {@code HTTPS_PROXY} (or {@code HTTP_PROXY}) and {@code NO_PROXY}. Immutable.
 */
public final class ProxyConfiguration {

	private final @Nullable ProxyUrl endpoint;

	private final @Nullable String username;

	private final @Nullable String password;

	private final @Nullable List<String> nonProxyHosts;

	private final boolean systemProperties;

	private final boolean environmentVariables;

	private ProxyConfiguration(Builder builder) {
		boolean named = builder.endpoint != null || builder.systemProperties || builder.environmentVariables;
		if (!named && (builder.username != null || builder.password != null)) {
			throw new IllegalArgumentException(
					"username and password need a proxy: the endpoint, system properties or environment variables");
		}
		this.endpoint = (builder.endpoint != null) ? ProxyUrl.of(builder.endpoint.toString(), "endpoint") : null;
		this.username = (builder.username == null && this.endpoint != null) ? this.endpoint.username()
				: builder.username;
		this.password = (builder.password == null && this.endpoint != null) ? this.endpoint.password()
				: builder.password;
		this.nonProxyHosts = (builder.nonProxyHosts != null) ? List.copyOf(builder.nonProxyHosts) : null;
		this.systemProperties = builder.systemProperties;
		this.environmentVariables = builder.environmentVariables;
	}

	/**
	 * Starts a configuration.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Nullable ProxyUrl endpoint() {
		return this.endpoint;
	}

	@Nullable String username() {
		return this.username;
	}

	@Nullable String password() {
		return this.password;
	}

	/**
	 * The builder's, or {@code null} if it hasn't been told any.
	 */
	@Nullable List<String> nonProxyHosts() {
		return this.nonProxyHosts;
	}

	boolean usesSystemProperties() {
		return this.systemProperties;
	}

	boolean usesEnvironmentVariables() {
		return this.environmentVariables;
	}

	/**
	 * Builds a {@link ProxyConfiguration}. Not thread-safe.
	 */
	public static final class Builder {

		private @Nullable URI endpoint;

		private @Nullable String username;

		private @Nullable String password;

		private @Nullable Collection<String> nonProxyHosts;

		private boolean systemProperties = true;

		private boolean environmentVariables = true;

		private Builder() {
		}

		/**
		 * The proxy, for plain and TLS connections alike.
		 * @param endpoint as in {@code http://proxy.example:3128}, or {@code https} to
		 * speak TLS with the proxy too; may hold a user and password
		 * @return this builder
		 */
		public Builder endpoint(URI endpoint) {
			this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
			return this;
		}

		/**
		 * The user that the proxy knows.
		 * @param username the user's name, for basic authentication; unused where nothing
		 * names a proxy
		 * @return this builder
		 */
		public Builder username(String username) {
			this.username = Objects.requireNonNull(username, "username");
			return this;
		}

		/**
		 * The user's password.
		 * @param password the password
		 * @return this builder
		 */
		public Builder password(String password) {
			this.password = Objects.requireNonNull(password, "password");
			return this;
		}

		/**
		 * Hosts that are connected to without the proxy, in place of those of the system
		 * properties or the environment.
		 * @param hosts names, addresses or blocks of addresses, with {@code *} for any
		 * text; may be none
		 * @return this builder
		 */
		public Builder nonProxyHosts(Collection<String> hosts) {
			this.nonProxyHosts = new ArrayList<>(hosts);
			return this;
		}

		/**
		 * Whether the system properties count. On by default.
		 * @param use {@code false} to ignore them
		 * @return this builder
		 */
		public Builder useSystemPropertyValues(boolean use) {
			this.systemProperties = use;
			return this;
		}

		/**
		 * Whether the environment variables count. On by default.
		 * @param use {@code false} to ignore them
		 * @return this builder
		 */
		public Builder useEnvironmentVariableValues(boolean use) {
			this.environmentVariables = use;
			return this;
		}

		/**
		 * Makes the configuration.
		 * @return the configuration
		 * @throws IllegalArgumentException if the endpoint is no {@code http} or
		 * {@code https} URL, or there is a user and nothing that could name a proxy
		 */
		public ProxyConfiguration build() {
			return new ProxyConfiguration(this);
		}

	}

}
