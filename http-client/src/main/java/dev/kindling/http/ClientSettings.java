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

import dev.kindling.codec.HttpLimits;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.TlsKeyManagersProvider;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/**
 * Everything that a client is told, from its builder and the SDK's attributes. Times are
 * in milliseconds, and 0 is no limit.
 */
record ClientSettings(int connectTimeout, int tlsNegotiationTimeout, int readTimeout, int writeTimeout,
		long callTimeout, long acquireTimeout, long idleTimeout, long timeToLive, int maxConnections, int maxPending,
		boolean tcpKeepAlive, boolean trustAll, @Nullable TlsKeyManagersProvider keyManagers,
		@Nullable TlsTrustManagersProvider trustManagers, ProxySelection proxies, HttpLimits limits) {
}
