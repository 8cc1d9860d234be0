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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Requests as the SDK makes them.
 */
final class Requests {

	private Requests() {
	}

	static ExecutableHttpRequest get(SdkHttpClient client, URI uri) {
		return prepare(client, SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build(), null);
	}

	static ExecutableHttpRequest post(SdkHttpClient client, URI uri, byte[] body) {
		return prepare(client,
				SdkHttpRequest.builder()
					.method(SdkHttpMethod.POST)
					.uri(uri)
					.putHeader("Content-Length", Integer.toString(body.length))
					.build(),
				() -> new ByteArrayInputStream(body));
	}

	static ExecutableHttpRequest prepare(SdkHttpClient client, SdkHttpRequest request, ContentStreamProvider content) {
		return client
			.prepareRequest(HttpExecuteRequest.builder().request(request).contentStreamProvider(content).build());
	}

	static byte[] bytes(HttpExecuteResponse response) throws IOException {
		try (AbortableInputStream body = response.responseBody().orElseThrow()) {
			return body.readAllBytes();
		}
	}

	static String text(HttpExecuteResponse response) throws IOException {
		return new String(bytes(response), StandardCharsets.UTF_8);
	}

}
