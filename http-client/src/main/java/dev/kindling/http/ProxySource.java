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

import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What the system properties, or the environment variables, say about the proxy for one
 * scheme.
 *
 * @param name what names the proxy, for messages
 * @param url the proxy
 * @param username its user, where that isn't part of the URL
 * @param password the user's password, which is secret
 * @param excluded the hosts that are connected to without it
 * @param separators what may stand between these
 * @param subdomains whether a host stands for its subdomains too
 */
record ProxySource(String name, @Nullable String url, @Nullable String username, @Nullable String password,
		@Nullable String excluded, String separators, boolean subdomains) {

	/**
	 * Reads the JDK's system properties.
	 */
	static ProxySource ofProperties(boolean secure, Function<String, @Nullable String> properties) {
		String scheme = secure ? "https" : "http";
		String host = set(properties.apply(scheme + ".proxyHost"));
		String port = set(properties.apply(scheme + ".proxyPort"));
		return new ProxySource("the system property " + scheme + ".proxyHost",
				(host != null) ? url(host, (port != null) ? port : Integer.toString(Route.standardPort(secure))) : null,
				set(properties.apply(scheme + ".proxyUser")), set(properties.apply(scheme + ".proxyPassword")),
				set(properties.apply("http.nonProxyHosts")), "|", false);
	}

	private static String url(String host, String port) {
		boolean addressV6 = host.indexOf(':') != host.lastIndexOf(':') && host.charAt(0) != '[';
		return (addressV6 ? '[' + host + ']' : host) + ':' + port;
	}

	/**
	 * Reads the variables that most programs know. Those in lower case win.
	 */
	static ProxySource ofEnvironment(boolean secure, Function<String, @Nullable String> environment) {
		String name = secure ? "https_proxy" : "http_proxy";
		return new ProxySource("the environment variable " + name.toUpperCase(Locale.ROOT),
				set(variable(name, environment)), null, null, set(variable("no_proxy", environment)), ",| ", true);
	}

	private static @Nullable String variable(String lowerCaseName, Function<String, @Nullable String> environment) {
		String value = environment.apply(lowerCaseName);
		return (value != null) ? value : environment.apply(lowerCaseName.toUpperCase(Locale.ROOT));
	}

	private static @Nullable String set(@Nullable String value) {
		return (value == null || value.isEmpty()) ? null : value;
	}

	/**
	 * Whether it says anything.
	 */
	boolean isSet() {
		return this.url != null || this.username != null || this.password != null || this.excluded != null;
	}

	boolean excludes(Route route) {
		return this.excluded != null && NonProxyHosts.cover(this.excluded, this.separators, route, this.subdomains);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
