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

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

import dev.kindling.codec.HttpLimits;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.TlsKeyManagersProvider;
import software.amazon.awssdk.http.TlsTrustManagersProvider;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The AWS SDK's HTTP client for functions: it speaks HTTP/1.1, keeps connections for as
 * long as a function is likely to be idle between two calls, and neither waits nor starts
 * a thread to see whether they are alive. Safe for use by many threads.
 *
 * @see SdkHttpClient
 */
public final class KindlingHttpClient implements SdkHttpClient {

	static final String NAME = "Kindling";

	private final ClientSettings settings;

	private final ConnectionPool pool;

	private final Connector connector;

	private final Openings openings;

	private KindlingHttpClient(ClientSettings settings) {
		this.settings = settings;
		this.pool = new ConnectionPool(settings);
		this.connector = new Connector(settings);
		this.openings = new Openings(settings.connectTimeout());
	}

	/**
	 * Starts a client with the defaults, which the methods of the builder tell.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * A client with the defaults.
	 * @return the client, to be closed by the caller
	 */
	public static KindlingHttpClient create() {
		return builder().build();
	}

	@Override
	public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
		return new Call(this.settings, this.pool, this.connector, this.openings,
				Objects.requireNonNull(request, "request"));
	}

	/**
	 * Connects to a host, and shakes hands over TLS, ahead of the first request to it.
	 * Does nothing if a live connection is there already. A request that comes meanwhile
	 * waits for the connection, for as long as connecting may take.
	 * @param uri the scheme, host and port, as in {@code https://example.com}; the rest
	 * is ignored
	 * @throws IOException if the host can't be reached or isn't trusted
	 * @throws IllegalArgumentException if the URI has no host, or another scheme than
	 * {@code http} and {@code https}
	 */
	public void open(URI uri) throws IOException {
		new Call(this.settings, this.pool, this.connector, this.openings, null).open(Route.of(uri));
	}

	@Override
	public String clientName() {
		return NAME;
	}

	/**
	 * Closes the idle connections, and those in use as soon as their answers are read.
	 * Calls started afterwards fail.
	 */
	@Override
	public void close() {
		this.pool.close();
	}

	/**
	 * Builds a {@link KindlingHttpClient}. What isn't set comes from the SDK's attributes
	 * where a service sets some, and from the defaults otherwise. Not thread-safe.
	 */
	public static final class Builder implements SdkHttpClient.Builder<Builder> {

		private final SettingsBuilder settings = new SettingsBuilder();

		private Builder() {
		}

		/**
		 * How long connecting may take, over all addresses of a host. 2 s by default.
		 * @param timeout the longest time, 0 for no limit
		 * @return this builder
		 */
		public Builder connectTimeout(Duration timeout) {
			this.settings.connectTimeout = SettingsBuilder.notNegative("connectTimeout", timeout);
			return this;
		}

		/**
		 * How long a TLS handshake may take. 5 s by default.
		 * @param timeout the longest time, 0 for no limit
		 * @return this builder
		 */
		public Builder tlsNegotiationTimeout(Duration timeout) {
			this.settings.tlsNegotiationTimeout = SettingsBuilder.notNegative("tlsNegotiationTimeout", timeout);
			return this;
		}

		/**
		 * How long the other side may be silent while an answer is awaited or read. 30 s
		 * by default.
		 * @param timeout the longest time, 0 for no limit
		 * @return this builder
		 */
		public Builder readTimeout(Duration timeout) {
			this.settings.readTimeout = SettingsBuilder.notNegative("readTimeout", timeout);
			return this;
		}

		/**
		 * How long the other side may take nothing while a request is sent. 30 s by
		 * default.
		 * @param timeout the longest time, 0 for no limit
		 * @return this builder
		 */
		public Builder writeTimeout(Duration timeout) {
			this.settings.writeTimeout = SettingsBuilder.notNegative("writeTimeout", timeout);
			return this;
		}

		/**
		 * How long a call may take as a whole, from the wait for a connection until the
		 * answer's body is read. No limit by default.
		 * @param timeout the longest time, 0 for no limit
		 * @return this builder
		 */
		public Builder callTimeout(Duration timeout) {
			this.settings.callTimeout = SettingsBuilder.notNegative("callTimeout", timeout);
			return this;
		}

		/**
		 * How long a call waits for a connection when all are in use. 10 s by default.
		 * @param timeout the longest time, 0 for no limit
		 * @return this builder
		 */
		public Builder connectionAcquireTimeout(Duration timeout) {
			this.settings.acquireTimeout = SettingsBuilder.notNegative("connectionAcquireTimeout", timeout);
			return this;
		}

		/**
		 * For how long a connection may be idle and still be used again. 60 s by default.
		 * @param timeout the longest time, 0 for no limit
		 * @return this builder
		 */
		public Builder connectionIdleTimeout(Duration timeout) {
			this.settings.idleTimeout = SettingsBuilder.notNegative("connectionIdleTimeout", timeout);
			return this;
		}

		/**
		 * How old a connection may become; then it isn't used again. No limit by default.
		 * @param timeToLive the longest time, 0 for no limit
		 * @return this builder
		 */
		public Builder connectionTimeToLive(Duration timeToLive) {
			this.settings.timeToLive = SettingsBuilder.notNegative("connectionTimeToLive", timeToLive);
			return this;
		}

		/**
		 * The most connections, over all hosts. 50 by default.
		 * @param maxConnections the number, at least 1
		 * @return this builder
		 */
		public Builder maxConnections(int maxConnections) {
			this.settings.maxConnections = SettingsBuilder.atLeast("maxConnections", maxConnections, 1);
			return this;
		}

		/**
		 * The most calls that wait for a connection when all are in use. 10 000 by
		 * default.
		 * @param maxPending the number, at least 0
		 * @return this builder
		 */
		public Builder maxPendingConnectionAcquires(int maxPending) {
			this.settings.maxPending = SettingsBuilder.atLeast("maxPendingConnectionAcquires", maxPending, 0);
			return this;
		}

		/**
		 * Whether the operating system probes idle connections. Off by default.
		 * @param tcpKeepAlive {@code true} to probe
		 * @return this builder
		 */
		public Builder tcpKeepAlive(boolean tcpKeepAlive) {
			this.settings.tcpKeepAlive = tcpKeepAlive;
			return this;
		}

		/**
		 * The keys that authenticate this client to servers. By default those of the
		 * system properties {@code javax.net.ssl.keyStore}, {@code keyStorePassword} and
		 * {@code keyStoreType}, if there are.
		 * @param provider gives the key managers
		 * @return this builder
		 */
		public Builder tlsKeyManagersProvider(TlsKeyManagersProvider provider) {
			this.settings.keyManagers = Objects.requireNonNull(provider, "provider");
			return this;
		}

		/**
		 * Who is trusted. By default the certificate authorities of the JDK.
		 * @param provider gives the trust managers
		 * @return this builder
		 */
		public Builder tlsTrustManagersProvider(TlsTrustManagersProvider provider) {
			this.settings.trustManagers = Objects.requireNonNull(provider, "provider");
			return this;
		}

		/**
		 * Through which proxy to connect. What isn't set there, or all of it, comes from
		 * the system properties, or else the environment variables.
		 * @param proxy the configuration
		 * @return this builder
		 */
		public Builder proxyConfiguration(ProxyConfiguration proxy) {
			this.settings.proxy = Objects.requireNonNull(proxy, "proxy");
			return this;
		}

		/**
		 * The most that is taken of an answer's head, and the size of buffers.
		 * @param limits the limits
		 * @return this builder
		 */
		public Builder limits(HttpLimits limits) {
			this.settings.limits = Objects.requireNonNull(limits, "limits");
			return this;
		}

		/**
		 * Takes another environment than the process', for tests.
		 */
		Builder environment(Function<String, @Nullable String> variables) {
			this.settings.environment = variables;
			return this;
		}

		@Override
		public KindlingHttpClient build() {
			return buildWithDefaults(AttributeMap.empty());
		}

		/**
		 * Builds the client with the attributes of a service where this builder has not
		 * been told otherwise.
		 * @param serviceDefaults attributes of {@link SdkHttpConfigurationOption}
		 * @return the client, to be closed by the caller
		 * @throws IllegalArgumentException if the attributes contradict each other or the
		 * builder; the message names them
		 */
		@Override
		public KindlingHttpClient buildWithDefaults(AttributeMap serviceDefaults) {
			return new KindlingHttpClient(this.settings.build(serviceDefaults));
		}

	}

}
