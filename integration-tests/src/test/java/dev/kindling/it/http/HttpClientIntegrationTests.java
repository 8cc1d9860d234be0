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
package dev.kindling.it.http;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.it.Subject;
import dev.kindling.local.LocalLambda;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The HTTP client inside a function, against servers outside of it.
 */
@Timeout(120)
class HttpClientIntegrationTests {

	@TempDir
	private Path directory;

	private static JsonNode call(LocalLambda lambda, BadServer server, String path, Map<String, Object> more) {
		Map<String, Object> event = new HashMap<>(Map.of("url", server.url(path), "method", "POST"));
		event.putAll(more);
		return lambda.invoke(event).json();
	}

	private static String error(LocalLambda lambda, BadServer server, String path, Map<String, Object> more) {
		JsonNode outcome = call(lambda, server, path, more);
		return outcome.path("error").asText() + ": " + outcome.path("message").asText();
	}

	private static void carriesEverything(LocalLambda lambda, @Nullable SSLContext context,
			Map<String, Object> settings) throws Exception {
		try (BadServer server = new BadServer(context)) {
			Map<String, Object> event = new HashMap<>(settings);
			event.putAll(Map.of("size", 6 * 1024 * 1024, "calls", 2));
			assertThat(call(lambda, server, "/echo", event).path("calls").asInt()).isEqualTo(2);
			assertThat(server.accepted()).isOne();
			event.putAll(Map.of("size", 300, "calls", 3, "threads", 100));
			assertThat(call(lambda, server, "/echo", event).path("calls").asInt()).isEqualTo(300);
			event.putAll(Map.of("calls", 2, "threads", 1));
			int before = server.accepted();
			assertThat(call(lambda, server, "/lose-second", event).path("calls").asInt()).isEqualTo(2);
			assertThat(server.accepted() - before).isEqualTo(2);
		}
	}

	private static void endsBadly(LocalLambda lambda, @Nullable SSLContext context, Map<String, Object> settings)
			throws Exception {
		try (BadServer server = new BadServer(context)) {
			assertThat(error(lambda, server, "/garbage", settings)).contains("HttpCodecException", "status line");
			assertThat(error(lambda, server, "/cut", settings)).contains("cut short after 5 of 10 bytes");
			assertThat(error(lambda, server, "/close", settings)).contains("closed before an answer");
			Map<String, Object> timed = new HashMap<>(settings);
			timed.put("timeout", 1_000);
			assertThat(error(lambda, server, "/drip", timed))
				.isEqualTo("java.net.SocketTimeoutException: The call took longer than 1000 ms");
			assertThat(error(lambda, server, "/silent", timed))
				.isEqualTo("java.net.SocketTimeoutException: The call took longer than 1000 ms");
			Map<String, Object> interrupted = new HashMap<>(settings);
			interrupted.put("interrupt", 1_000);
			assertThat(error(lambda, server, "/silent", interrupted))
				.isEqualTo("java.io.InterruptedIOException: The thread was interrupted");
		}
	}

	@ParameterizedTest
	@EnumSource
	void callsPlainServers(Subject subject) throws Exception {
		try (LocalLambda lambda = subject.application("httpClientSuite").build()) {
			carriesEverything(lambda, null, Map.of());
			endsBadly(lambda, null, Map.of());
		}
	}

	@ParameterizedTest
	@EnumSource
	void callsServersOverTls(Subject subject) throws Exception {
		ServerCertificate certificate = ServerCertificate.of(this.directory, "localhost", "-validity", "2");
		try (LocalLambda lambda = subject.application("httpClientSuite").build()) {
			carriesEverything(lambda, certificate.context(), Map.of("authority", certificate.authority()));
			endsBadly(lambda, certificate.context(), Map.of("authority", certificate.authority()));
		}
	}

	@ParameterizedTest
	@EnumSource
	void refusesCertificatesThatAreNotToBeTrusted(Subject subject) throws Exception {
		ServerCertificate good = ServerCertificate.of(this.directory, "localhost", "-validity", "2");
		ServerCertificate expired = ServerCertificate.of(this.directory, "localhost", "-startdate", "-10d", "-validity",
				"5");
		ServerCertificate other = ServerCertificate.of(this.directory, "other.example", "-validity", "2");
		try (LocalLambda lambda = subject.application("httpClientSuite").build();
				BadServer goodServer = new BadServer(good.context());
				BadServer expiredServer = new BadServer(expired.context());
				BadServer otherServer = new BadServer(other.context())) {
			assertThat(error(lambda, goodServer, "/echo", Map.of())).contains("SSLHandshakeException", "PKIX");
			assertThat(error(lambda, expiredServer, "/echo", Map.of("authority", expired.authority())))
				.contains("SSLHandshakeException", "validity check failed");
			assertThat(error(lambda, otherServer, "/echo", Map.of("authority", other.authority())))
				.contains("SSLHandshakeException", "localhost");
		}
	}

}
