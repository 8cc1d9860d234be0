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
import java.util.List;
import java.util.ServiceLoader;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.TlsKeyManagersProvider;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricCollector;
import software.amazon.awssdk.utils.AttributeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the SDK can tell the client, and what the client tells the SDK.
 */
class ClientOptionsIntegrationTests {

	private static ClientSettings settings(AttributeMap attributes) {
		return new SettingsBuilder().build(attributes);
	}

	@Test
	void hasDefaults() {
		ClientSettings settings = settings(AttributeMap.empty());
		assertThat(settings.connectTimeout()).isEqualTo(2_000);
		assertThat(settings.tlsNegotiationTimeout()).isEqualTo(5_000);
		assertThat(settings.readTimeout()).isEqualTo(30_000);
		assertThat(settings.writeTimeout()).isEqualTo(30_000);
		assertThat(settings.callTimeout()).isZero();
		assertThat(settings.acquireTimeout()).isEqualTo(10_000);
		assertThat(settings.idleTimeout()).isEqualTo(60_000);
		assertThat(settings.timeToLive()).isZero();
		assertThat(settings.maxConnections()).isEqualTo(50);
		assertThat(settings.maxPending()).isEqualTo(10_000);
		assertThat(settings.tcpKeepAlive()).isFalse();
		assertThat(settings.trustAll()).isFalse();
		assertThat(settings.keyManagers()).isNull();
		assertThat(settings.trustManagers()).isNull();
	}

	@Test
	void takesTheSdksAttributes() {
		TlsKeyManagersProvider keys = TlsKeyManagersProvider.noneProvider();
		ClientSettings settings = settings(AttributeMap.builder()
			.put(SdkHttpConfigurationOption.CONNECTION_TIMEOUT, Duration.ofMillis(1))
			.put(SdkHttpConfigurationOption.TLS_NEGOTIATION_TIMEOUT, Duration.ofMillis(2))
			.put(SdkHttpConfigurationOption.READ_TIMEOUT, Duration.ofMillis(3))
			.put(SdkHttpConfigurationOption.WRITE_TIMEOUT, Duration.ofNanos(3_000_001))
			.put(SdkHttpConfigurationOption.CONNECTION_ACQUIRE_TIMEOUT, Duration.ofMillis(5))
			.put(SdkHttpConfigurationOption.CONNECTION_MAX_IDLE_TIMEOUT, Duration.ofMillis(6))
			.put(SdkHttpConfigurationOption.CONNECTION_TIME_TO_LIVE, Duration.ofSeconds(Long.MAX_VALUE))
			.put(SdkHttpConfigurationOption.MAX_CONNECTIONS, 8)
			.put(SdkHttpConfigurationOption.MAX_PENDING_CONNECTION_ACQUIRES, 9)
			.put(SdkHttpConfigurationOption.TCP_KEEPALIVE, true)
			.put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, true)
			.put(SdkHttpConfigurationOption.TLS_KEY_MANAGERS_PROVIDER, keys)
			.put(SdkHttpConfigurationOption.PROTOCOL, Protocol.HTTP2)
			.build());
		assertThat(settings.connectTimeout()).isEqualTo(1);
		assertThat(settings.tlsNegotiationTimeout()).isEqualTo(2);
		assertThat(settings.readTimeout()).isEqualTo(3);
		assertThat(settings.writeTimeout()).isEqualTo(4);
		assertThat(settings.acquireTimeout()).isEqualTo(5);
		assertThat(settings.idleTimeout()).isEqualTo(6);
		assertThat(settings.timeToLive()).isZero();
		assertThat(settings.maxConnections()).isEqualTo(8);
		assertThat(settings.maxPending()).isEqualTo(9);
		assertThat(settings.tcpKeepAlive()).isTrue();
		assertThat(settings.trustAll()).isTrue();
		assertThat(settings.keyManagers()).isSameAs(keys);
	}

	@Test
	void keepsIdleConnectionsWhenTheyAreNotToBeReaped() {
		assertThat(settings(AttributeMap.builder().put(SdkHttpConfigurationOption.REAP_IDLE_CONNECTIONS, false).build())
			.idleTimeout()).isZero();
	}

	@Test
	void acceptsAllOfTheSdksDefaults() {
		assertThat(settings(SdkHttpConfigurationOption.GLOBAL_HTTP_DEFAULTS).maxConnections()).isEqualTo(50);
	}

	@Test
	void prefersWhatTheBuilderWasTold() {
		SettingsBuilder builder = new SettingsBuilder();
		builder.readTimeout = Duration.ofSeconds(1);
		builder.maxConnections = 3;
		ClientSettings settings = builder.build(AttributeMap.builder()
			.put(SdkHttpConfigurationOption.READ_TIMEOUT, Duration.ofSeconds(9))
			.put(SdkHttpConfigurationOption.MAX_CONNECTIONS, 9)
			.build());
		assertThat(settings.readTimeout()).isEqualTo(1_000);
		assertThat(settings.maxConnections()).isEqualTo(3);
	}

	@Test
	void namesWhatIsWrong() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> KindlingHttpClient.builder().readTimeout(Duration.ofMillis(-1)))
			.withMessageContaining("readTimeout");
		assertThatIllegalArgumentException().isThrownBy(() -> KindlingHttpClient.builder().maxConnections(0))
			.withMessageContaining("maxConnections");
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> settings(AttributeMap.builder().put(SdkHttpConfigurationOption.MAX_CONNECTIONS, 0).build()))
			.withMessageContaining("MaxConnections");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> settings(AttributeMap.builder()
				.put(SdkHttpConfigurationOption.CONNECTION_TIMEOUT, Duration.ofMillis(-1))
				.build()))
			.withMessageContaining("ConnectionTimeout");
	}

	@Test
	void isFoundByTheSdk() {
		List<String> services = ServiceLoader.load(SdkHttpService.class)
			.stream()
			.map((provider) -> provider.type().getName())
			.toList();
		assertThat(services).contains(KindlingSdkHttpService.class.getName());
		try (var client = new KindlingSdkHttpService().createHttpClientBuilder().build()) {
			assertThat(client.clientName()).isEqualTo("Kindling");
		}
	}

	@Test
	void reportsWhatTheSdkExpectsOfAClient() throws Exception {
		MetricCollector collector = MetricCollector.create("test");
		try (TestServer server = Tls.server(false, (peer) -> {
			while (peer.receive() != null) {
				peer.answer("");
			}
		}); KindlingHttpClient client = Tls.client((builder) -> builder.maxConnections(7))) {
			client.open(server.uri());
			client
				.prepareRequest(HttpExecuteRequest.builder()
					.request(SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(server.uri()).build())
					.metricCollector(collector)
					.build())
				.call();
		}
		MetricCollection metrics = collector.collect();
		assertThat(metrics.metricValues(HttpMetric.HTTP_CLIENT_NAME)).containsExactly("Kindling");
		assertThat(metrics.metricValues(HttpMetric.MAX_CONCURRENCY)).containsExactly(7);
		assertThat(metrics.metricValues(HttpMetric.AVAILABLE_CONCURRENCY)).containsExactly(0);
		assertThat(metrics.metricValues(HttpMetric.LEASED_CONCURRENCY)).containsExactly(1);
		assertThat(metrics.metricValues(HttpMetric.PENDING_CONCURRENCY_ACQUIRES)).containsExactly(0);
		assertThat(metrics.metricValues(HttpMetric.CONCURRENCY_ACQUIRE_DURATION)).singleElement()
			.isInstanceOfSatisfying(Duration.class, (duration) -> assertThat(duration).isPositive());
	}

}
