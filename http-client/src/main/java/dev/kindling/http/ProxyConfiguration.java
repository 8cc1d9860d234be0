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
 * Through which proxy a {@link KindlingHttpClient} connects. Without an endpoint it is
 * the one of the system properties {@code https.proxyHost}, {@code https.proxyPort},
 * {@code https.proxyUser} and {@code https.proxyPassword} (or {@code http.…}) with
 * {@code http.nonProxyHosts}; without these the one of the environment variables
 * {@code HTTPS_PROXY} (or {@code HTTP_PROXY}) with {@code NO_PROXY}. Immutable.
 */
public final class ProxyConfiguration {

	private final @Nullable ProxyServer server;

	private final List<String> nonProxyHosts;

	private final boolean systemProperties;

	private final boolean environmentVariables;

	private ProxyConfiguration(Builder builder) {
		URI endpoint = builder.endpoint;
		if (endpoint == null && (builder.username != null || builder.password != null)) {
			throw new IllegalArgumentException("username and password need the proxy's endpoint");
		}
		this.server = (endpoint != null)
				? ProxyServer.of(endpoint.toString(), builder.username, builder.password, "endpoint") : null;
		this.nonProxyHosts = List.copyOf(builder.nonProxyHosts);
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

	@Nullable ProxyServer server() {
		return this.server;
	}

	List<String> nonProxyHosts() {
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

		private final List<String> nonProxyHosts = new ArrayList<>();

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
		 * @param username the user's name, for basic authentication
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
		 * Hosts that are connected to without the proxy, whatever else says which proxy
		 * to take.
		 * @param hosts names, with {@code *} at the start or the end for any text
		 * @return this builder
		 */
		public Builder nonProxyHosts(Collection<String> hosts) {
			this.nonProxyHosts.clear();
			this.nonProxyHosts.addAll(hosts);
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
		 * {@code https} URL, or there is a user without an endpoint
		 */
		public ProxyConfiguration build() {
			return new ProxyConfiguration(this);
		}

	}

}
