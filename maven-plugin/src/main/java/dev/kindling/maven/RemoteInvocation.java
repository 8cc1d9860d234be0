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

package dev.kindling.maven;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Calls the function in a Lambda that is running already.
 */
final class RemoteInvocation {

	private RemoteInvocation() {
	}

	static InvokeMojo.Answer send(URI endpoint, String functionName, byte[] event) throws IOException {
		return post(endpoint.resolve("/2015-03-31/functions/" + functionName + "/invocations"), event);
	}

	/**
	 * Calls the function as its schedule would do it now.
	 */
	static InvokeMojo.Answer fire(URI endpoint, String functionName) throws IOException {
		return post(endpoint.resolve("/kindling/schedules/" + functionName), new byte[0]);
	}

	private static InvokeMojo.Answer post(URI address, byte[] event) throws IOException {
		HttpRequest request = HttpRequest.newBuilder(address)
			.header("X-Amz-Log-Type", "Tail")
			.POST(HttpRequest.BodyPublishers.ofByteArray(event))
			.build();
		HttpResponse<byte[]> response;
		try {
			response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while the function was running", ex);
		}
		if (response.statusCode() != 200) {
			throw new IllegalStateException(
					"The local Lambda refuses: " + new String(response.body(), StandardCharsets.UTF_8));
		}
		return new InvokeMojo.Answer(response.body(),
				response.headers().firstValue("X-Amz-Function-Error").orElse(null),
				report(response.headers().firstValue("X-Amz-Log-Result").orElse("")));
	}

	private static @Nullable String report(String encodedLog) {
		String[] lines = new String(Base64.getDecoder().decode(encodedLog), StandardCharsets.UTF_8).split("\n");
		for (String line : lines) {
			if (line.startsWith("REPORT ")) {
				return line;
			}
		}
		return null;
	}

}
