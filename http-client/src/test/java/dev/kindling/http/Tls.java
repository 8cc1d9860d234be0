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
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;

/**
 * One certificate for all tests, and clients that trust it.
 */
public final class Tls {

	private static final Certificates CERTIFICATES = make();

	private Tls() {
	}

	private static Certificates make() {
		try {
			return Certificates.localhost();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static Certificates certificates() {
		return CERTIFICATES;
	}

	static TestServer server(boolean secure, TestServer.Script script) throws IOException {
		return new TestServer(secure ? CERTIFICATES.context() : null, script);
	}

	static KindlingHttpClient client() {
		return client((builder) -> {
		});
	}

	static KindlingHttpClient client(Consumer<KindlingHttpClient.Builder> settings) {
		KindlingHttpClient.Builder builder = KindlingHttpClient.builder()
			.tlsTrustManagersProvider(CERTIFICATES::trustManagers);
		settings.accept(builder);
		return builder.build();
	}

}
