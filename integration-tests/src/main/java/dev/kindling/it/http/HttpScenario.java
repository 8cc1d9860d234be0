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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import dev.kindling.http.KindlingHttpClient;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Calls as an event describes them: {@code url}, {@code method}, {@code size} of the
 * content in bytes, {@code calls} in succession on each of {@code threads},
 * {@code authority} (a certificate to trust), {@code timeout} of a call in milliseconds
 * and {@code interrupt} after milliseconds.
 */
final class HttpScenario {

	private final Map<String, Object> event;

	private final byte[] content;

	HttpScenario(Map<String, Object> event) {
		this.event = event;
		this.content = new byte[number("size", 0)];
		new Random(this.content.length).nextBytes(this.content);
	}

	/**
	 * Makes the calls.
	 * @return how many {@code calls} there were and the first {@code status}, or the
	 * {@code error} and its {@code message}
	 */
	Map<String, Object> run() {
		Map<String, Object> outcome = new LinkedHashMap<>();
		ExecutorService threads = Executors.newFixedThreadPool(number("threads", 1));
		try (KindlingHttpClient client = client()) {
			List<Future<List<Integer>>> running = new ArrayList<>();
			for (int i = 0; i < number("threads", 1); i++) {
				running.add(threads.submit(() -> calls(client)));
			}
			int interrupt = number("interrupt", 0);
			if (interrupt > 0) {
				Thread.sleep(interrupt);
				threads.shutdownNow();
			}
			List<Integer> statuses = new ArrayList<>();
			for (Future<List<Integer>> calls : running) {
				statuses.addAll(calls.get());
			}
			outcome.put("calls", statuses.size());
			outcome.put("status", statuses.get(0));
		}
		catch (ExecutionException ex) {
			outcome.put("error", ex.getCause().getClass().getName());
			outcome.put("message", String.valueOf(ex.getCause().getMessage()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			threads.shutdownNow();
		}
		return outcome;
	}

	private List<Integer> calls(KindlingHttpClient client) throws IOException {
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < number("calls", 1); i++) {
			HttpExecuteResponse response = request(client).call();
			try (InputStream body = response.responseBody().orElseThrow()) {
				byte[] received = body.readAllBytes();
				if (this.content.length > 0 && !Arrays.equals(received, this.content)) {
					throw new IllegalStateException("The body is not what was sent");
				}
			}
			statuses.add(response.httpResponse().statusCode());
		}
		return statuses;
	}

	private ExecutableHttpRequest request(KindlingHttpClient client) {
		SdkHttpRequest.Builder request = SdkHttpRequest.builder()
			.uri(URI.create(text("url")))
			.method(SdkHttpMethod.valueOf(text("method")));
		HttpExecuteRequest.Builder call = HttpExecuteRequest.builder();
		if (this.content.length > 0) {
			request.putHeader("Content-Length", Integer.toString(this.content.length));
			call.contentStreamProvider(() -> new ByteArrayInputStream(this.content));
		}
		return client.prepareRequest(call.request(request.build()).build());
	}

	private KindlingHttpClient client() {
		KindlingHttpClient.Builder builder = KindlingHttpClient.builder()
			.maxConnections(100)
			.connectTimeout(Duration.ofSeconds(20))
			.tlsNegotiationTimeout(Duration.ofSeconds(20))
			.callTimeout(Duration.ofMillis(number("timeout", 0)));
		String authority = (String) this.event.get("authority");
		if (authority != null) {
			builder.tlsTrustManagersProvider(() -> trusting(authority));
		}
		return builder.build();
	}

	private static TrustManager @Nullable [] trusting(String authority) {
		try {
			KeyStore trusted = KeyStore.getInstance("PKCS12");
			trusted.load(null, null);
			trusted.setCertificateEntry("authority", CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(authority))));
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(trusted);
			return factory.getTrustManagers();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("The certificate of the event can't be used", ex);
		}
	}

	private int number(String name, int defaultValue) {
		return (this.event.get(name) instanceof Number number) ? number.intValue() : defaultValue;
	}

	private String text(String name) {
		return String.valueOf(this.event.get(name));
	}

}
