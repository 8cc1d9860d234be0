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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Where a request goes.
 */
class RequestRouteIntegrationTests {

	private static SdkHttpRequest request(String protocol, String host, Integer port) {
		return SdkHttpRequest.builder().method(SdkHttpMethod.GET).protocol(protocol).host(host).port(port).build();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "http, localhost, -, http://localhost:80",
			"https, localhost, 8443, https://localhost:8443", "http, localhost:1234, -, http://localhost:1234",
			"https, localhost:1234, -, https://localhost:1234", "https, localhost:1234, 1234, https://localhost:1234",
			"https, localhost:, -, https://localhost:443", "http, [::1]:1234, -, http://[::1]:1234",
			"http, [::1], 1234, http://[::1]:1234", "http, ::1, 1234, http://[::1]:1234",
			"http, ::1, -, http://[::1]:80" })
	void takesThePortOfTheRequestOrOfItsHost(String protocol, String host, Integer port, String expected) {
		assertThat(Route.of(request(protocol, host, port))).hasToString(expected);
	}

	@ParameterizedTest
	@CsvSource({ "localhost:http, no port", "localhost:65536, no port", "localhost:-1, no port", "[::1]:+80, no port",
			"localhost:1234, another" })
	void refusesWhatIsNoPortOrOneTooMany(String host, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> Route.of(request("http", host, 8080)))
			.withMessageContaining("'" + host + "'")
			.withMessageContaining(reason);
	}

	@Test
	void connectsToTheHostWithAPort() throws Exception {
		try (TestServer server = Tls.server(false, (peer) -> peer.answer(peer.receive().header("Host")));
				KindlingHttpClient client = KindlingHttpClient.create()) {
			SdkHttpRequest request = request("http", "localhost:" + server.port(), null);
			assertThat(Requests.text(Requests.prepare(client, request, null).call()))
				.isEqualTo("localhost:" + server.port());
			assertThat(Route.of(request)).isEqualTo(Route.of(URI.create("http://localhost:" + server.port())));
		}
	}

}
