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

import java.time.Duration;
import java.util.function.Function;

import dev.kindling.codec.HttpLimits;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.TlsKeyManagersProvider;
import software.amazon.awssdk.http.TlsTrustManagersProvider;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Merges what the builder was told, the SDK's attributes and the defaults, in this order.
 */
final class SettingsBuilder {

	@Nullable Duration connectTimeout;

	@Nullable Duration tlsNegotiationTimeout;

	@Nullable Duration readTimeout;

	@Nullable Duration writeTimeout;

	@Nullable Duration callTimeout;

	@Nullable Duration acquireTimeout;

	@Nullable Duration idleTimeout;

	@Nullable Duration timeToLive;

	@Nullable Integer maxConnections;

	@Nullable Integer maxPending;

	@Nullable Boolean tcpKeepAlive;

	@Nullable TlsKeyManagersProvider keyManagers;

	@Nullable TlsTrustManagersProvider trustManagers;

	@Nullable ProxyConfiguration proxy;

	Function<String, @Nullable String> environment = System::getenv;

	HttpLimits limits = HttpLimits.DEFAULT;

	ClientSettings build(AttributeMap attributes) {
		boolean reap = value(null, attributes, SdkHttpConfigurationOption.REAP_IDLE_CONNECTIONS, true);
		long idle = millis(this.idleTimeout, attributes, SdkHttpConfigurationOption.CONNECTION_MAX_IDLE_TIMEOUT,
				60_000);
		TlsTrustManagersProvider trust = optional(this.trustManagers, attributes,
				SdkHttpConfigurationOption.TLS_TRUST_MANAGERS_PROVIDER);
		boolean trustAll = value(null, attributes, SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, false);
		if (trustAll && trust != null) {
			throw new IllegalArgumentException(
					"TRUST_ALL_CERTIFICATES and a TlsTrustManagersProvider contradict each other: set one of them");
		}
		return new ClientSettings(
				wait(this.connectTimeout, attributes, SdkHttpConfigurationOption.CONNECTION_TIMEOUT, 2_000),
				wait(this.tlsNegotiationTimeout, attributes, SdkHttpConfigurationOption.TLS_NEGOTIATION_TIMEOUT, 5_000),
				wait(this.readTimeout, attributes, SdkHttpConfigurationOption.READ_TIMEOUT, 30_000),
				wait(this.writeTimeout, attributes, SdkHttpConfigurationOption.WRITE_TIMEOUT, 30_000),
				(this.callTimeout != null) ? millis("callTimeout", this.callTimeout) : 0,
				millis(this.acquireTimeout, attributes, SdkHttpConfigurationOption.CONNECTION_ACQUIRE_TIMEOUT, 10_000),
				reap ? idle : 0,
				millis(this.timeToLive, attributes, SdkHttpConfigurationOption.CONNECTION_TIME_TO_LIVE, 0),
				atLeast(1, this.maxConnections, attributes, SdkHttpConfigurationOption.MAX_CONNECTIONS, 50),
				atLeast(0, this.maxPending, attributes, SdkHttpConfigurationOption.MAX_PENDING_CONNECTION_ACQUIRES,
						10_000),
				value(this.tcpKeepAlive, attributes, SdkHttpConfigurationOption.TCP_KEEPALIVE, false), trustAll,
				optional(this.keyManagers, attributes, SdkHttpConfigurationOption.TLS_KEY_MANAGERS_PROVIDER), trust,
				new ProxySelection((this.proxy != null) ? this.proxy : ProxyConfiguration.builder().build(),
						System::getProperty, this.environment),
				this.limits);
	}

	private static <T> @Nullable T optional(@Nullable T told, AttributeMap attributes,
			SdkHttpConfigurationOption<T> option) {
		return (told == null && attributes.containsKey(option)) ? attributes.get(option) : told;
	}

	private static <T> T value(@Nullable T told, AttributeMap attributes, SdkHttpConfigurationOption<T> option,
			T defaultValue) {
		T value = optional(told, attributes, option);
		return (value != null) ? value : defaultValue;
	}

	private static int atLeast(int minimum, @Nullable Integer told, AttributeMap attributes,
			SdkHttpConfigurationOption<Integer> option, int defaultValue) {
		int value = value(told, attributes, option, defaultValue);
		if (value < minimum) {
			throw new IllegalArgumentException(option.name() + " is " + value + ", but must be at least " + minimum);
		}
		return value;
	}

	private static int wait(@Nullable Duration told, AttributeMap attributes,
			SdkHttpConfigurationOption<Duration> option, int defaultMillis) {
		return (int) Math.min(Integer.MAX_VALUE, millis(told, attributes, option, defaultMillis));
	}

	private static long millis(@Nullable Duration told, AttributeMap attributes,
			SdkHttpConfigurationOption<Duration> option, long defaultMillis) {
		Duration value = optional(told, attributes, option);
		return (value != null) ? millis(option.name(), value) : defaultMillis;
	}

	/**
	 * Milliseconds, rounded up so that a short time doesn't become none, which is no
	 * limit; at most some 290 years.
	 */
	private static long millis(String name, Duration value) {
		if (value.isNegative()) {
			throw new IllegalArgumentException(name + " is negative; 0 means no limit");
		}
		if (value.getSeconds() > Long.MAX_VALUE / 1_000_000_000L - 1) {
			return 0;
		}
		return value.getSeconds() * 1000 + (value.getNano() + 999_999) / 1_000_000;
	}

	static Duration notNegative(String name, Duration value) {
		if (value.isNegative()) {
			throw new IllegalArgumentException(name + " is negative; 0 means no limit");
		}
		return value;
	}

	static int atLeast(String name, int value, int minimum) {
		if (value < minimum) {
			throw new IllegalArgumentException(name + " is " + value + ", but must be at least " + minimum);
		}
		return value;
	}

}
