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
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Finds the proxy for a route. What the builder leaves unset is filled in, field by
 * field, from the system properties, or else from the environment. These two are looked
 * at for each new connection, and never while an executable is built.
 */
final class ProxySelection {

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
		ProxyUrl endpoint = this.configuration.endpoint();
		ProxySource source = source(route.secure(), endpoint == null);
		if ((endpoint == null && (source == null || source.url() == null)) || isExcluded(route, source)) {
			return null;
		}
		String username = this.configuration.username();
		String password = this.configuration.password();
		ProxyUrl proxy = endpoint;
		if (source != null) {
			ProxyUrl named = named(source, endpoint != null);
			proxy = (endpoint != null) ? endpoint : named;
			username = first(username, source.username(), (named != null) ? named.username() : null);
			password = first(password, source.password(), (named != null) ? named.password() : null);
		}
		return ProxyServer.of(proxy.address(), username, password);
	}

	/**
	 * The proxy that a source names. If only its user is asked for, it needn't be one
	 * that can be used.
	 */
	private static @Nullable ProxyUrl named(ProxySource source, boolean unused) {
		String url = source.url();
		if (url == null) {
			return null;
		}
		return unused ? ProxyUrl.of(url) : ProxyUrl.of(url, source.name());
	}

	private static @Nullable String first(@Nullable String... values) {
		for (String value : values) {
			if (value != null) {
				return value;
			}
		}
		return null;
	}

	/**
	 * The first that names a proxy or, if the builder does, that says anything.
	 */
	private @Nullable ProxySource source(boolean secure, boolean mustNameProxy) {
		if (this.configuration.usesSystemProperties()) {
			ProxySource set = ProxySource.ofProperties(secure, this.properties);
			if (mustNameProxy ? set.url() != null : set.isSet()) {
				return set;
			}
		}
		return this.configuration.usesEnvironmentVariables() ? ProxySource.ofEnvironment(secure, this.environment)
				: null;
	}

	private boolean isExcluded(Route route, @Nullable ProxySource source) {
		List<String> excluded = this.configuration.nonProxyHosts();
		if (excluded == null) {
			return source != null && source.excludes(route);
		}
		for (int i = 0; i < excluded.size(); i++) {
			if (NonProxyHosts.covers(excluded.get(i), route, false)) {
				return true;
			}
		}
		return false;
	}

}
