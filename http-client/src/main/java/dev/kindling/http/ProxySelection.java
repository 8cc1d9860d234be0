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

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Finds the proxy for a route: the builder's, the system properties', the environment's.
 * The last two are looked at for each new connection, and never while an executable is
 * built.
 */
final class ProxySelection {

	private static final String DEFAULT_NON_PROXY_HOSTS = "localhost|127.*|[::1]|0.0.0.0|[::]";

	private final ProxyConfiguration configuration;

	private final Function<String, @Nullable String> properties;

	private final Function<String, @Nullable String> environment;

	ProxySelection(ProxyConfiguration configuration, Function<String, @Nullable String> properties,
			Function<String, @Nullable String> environment) {
		this.configuration = configuration;
		this.properties = properties;
		this.environment = environment;
	}

	@Nullable ProxyServer find(Route route) {
		List<String> excluded = this.configuration.nonProxyHosts();
		for (int i = 0; i < excluded.size(); i++) {
			if (NonProxyHosts.covers(excluded.get(i), route, false)) {
				return null;
			}
		}
		ProxyServer server = this.configuration.server();
		if (server != null) {
			return server;
		}
		String scheme = route.secure() ? "https" : "http";
		if (this.configuration.usesSystemProperties()) {
			String host = this.properties.apply(scheme + ".proxyHost");
			if (host != null && !host.isEmpty()) {
				return ofProperties(scheme, host, route);
			}
		}
		return this.configuration.usesEnvironmentVariables() ? ofEnvironment(scheme + "_proxy", route) : null;
	}

	private @Nullable ProxyServer ofProperties(String scheme, String host, Route route) {
		String excluded = this.properties.apply("http.nonProxyHosts");
		if (NonProxyHosts.cover((excluded != null) ? excluded : DEFAULT_NON_PROXY_HOSTS, '|', route, false)) {
			return null;
		}
		String port = this.properties.apply(scheme + ".proxyPort");
		return ProxyServer.of((port != null) ? host + ':' + port : host, this.properties.apply(scheme + ".proxyUser"),
				this.properties.apply(scheme + ".proxyPassword"), "the system property " + scheme + ".proxyHost");
	}

	private @Nullable ProxyServer ofEnvironment(String name, Route route) {
		String url = variable(name);
		if (url == null || url.isEmpty()) {
			return null;
		}
		String excluded = variable("no_proxy");
		if (excluded != null && NonProxyHosts.cover(excluded, ',', route, true)) {
			return null;
		}
		return ProxyServer.of(url, null, null, "the environment variable " + name.toUpperCase(Locale.ROOT));
	}

	private @Nullable String variable(String lowerCaseName) {
		String value = this.environment.apply(lowerCaseName);
		return (value != null) ? value : this.environment.apply(lowerCaseName.toUpperCase(Locale.ROOT));
	}

}
