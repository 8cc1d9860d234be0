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

package dev.kindling.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * What each request to the Runtime API has to look like.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda
 * Runtime API</a>
 */
final class RequestRules {

	private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

	private static final int MEBIBYTE = 1024 * 1024;

	private static final String ERROR_TYPE = "(Runtime|Function)\\.[A-Z][a-zA-Z]+";

	private static final Set<String> TRAILERS = Set.of("lambda-runtime-function-error-type",
			"lambda-runtime-function-error-body");

	private final List<String> violations = new CopyOnWriteArrayList<>();

	private final String authority;

	RequestRules(String authority) {
		this.authority = authority;
	}

	List<String> violations() {
		return this.violations;
	}

	void require(boolean condition, String violation) {
		if (!condition) {
			this.violations.add(violation);
		}
	}

	private void checkAny(ApiRequest request) {
		require(request.line().matches("(GET|POST) [!-~]+ HTTP/1\\.1"), "The request line is malformed");
		require(this.authority.equals(request.header("Host")), "Host is not " + this.authority);
		for (String value : request.headers().values()) {
			require(value.chars().noneMatch((c) -> c < ' ' || c == 0x7f), "A header value holds a control character");
		}
	}

	void checkNext(ApiRequest request) {
		checkAny(request);
		require(request.body().length == 0, "The request for an invocation has a body");
	}

	/**
	 * Checks a post.
	 * @return the id of its invocation, or {@code null} for an init error
	 */
	@Nullable String checkPost(ApiRequest request) {
		checkAny(request);
		String path = request.path();
		if (path.equals("/2018-06-01/runtime/init/error")) {
			checkError(request);
			return null;
		}
		if (path.matches("/2018-06-01/runtime/invocation/[A-Za-z0-9._~%-]+/error")) {
			checkError(request);
		}
		else if (path.matches("/2018-06-01/runtime/invocation/[A-Za-z0-9._~%-]+/response")) {
			checkResponse(request);
		}
		else {
			require(false, "Unexpected " + request.line());
		}
		String[] parts = path.split("/");
		return parts[Math.max(0, parts.length - 2)];
	}

	private void checkError(ApiRequest request) {
		require("application/vnd.aws.lambda.error+json".equals(request.header("Content-Type")),
				"An error's Content-Type is " + request.header("Content-Type"));
		String type = request.header("Lambda-Runtime-Function-Error-Type");
		require(type != null && type.matches(ERROR_TYPE), "An error's type is " + type);
		String cause = request.header("Lambda-Runtime-Function-XRay-Error-Cause");
		if (cause != null) {
			require(cause.length() <= MEBIBYTE && cause.matches("[ -~]*"), "The tracing cause is no header");
			JsonNode json = parse(cause.getBytes(StandardCharsets.UTF_8));
			require(json.path("working_directory").isTextual() && json.path("exceptions").isArray()
					&& json.path("paths").isArray(), "The tracing cause is incomplete");
		}
		checkErrorBody(request.body());
	}

	private void checkErrorBody(byte[] body) {
		require(body.length <= MEBIBYTE, "An error has " + body.length + " bytes");
		JsonNode json = parse(body);
		require(json.path("errorMessage").isTextual() && json.path("errorType").isTextual()
				&& json.path("stackTrace").isArray(), "An error's body is incomplete");
		json.path("stackTrace").forEach((frame) -> require(frame.isTextual(), "A frame is no text"));
	}

	private void checkResponse(ApiRequest request) {
		require(request.header("Content-Type") != null, "A response without Content-Type");
		require(request.header("Lambda-Runtime-Function-Error-Type") == null, "A response with an error type");
		String mode = request.header("Lambda-Runtime-Function-Response-Mode");
		if (mode == null) {
			require(request.header("Content-Length") != null, "A buffered response without length");
			return;
		}
		require(mode.equals("streaming") && request.header("Content-Length") == null, "The response mode is " + mode);
		require("Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body"
			.equals(request.header("Trailer")), "The trailers are not announced");
		require(TRAILERS.containsAll(request.trailers().keySet()), "There are other trailers than announced");
		String type = request.trailers().get("lambda-runtime-function-error-type");
		if (type != null) {
			require(type.matches(ERROR_TYPE), "A trailer's error type is " + type);
			String encoded = request.trailers().get("lambda-runtime-function-error-body");
			require(encoded != null && encoded.length() + type.length() < 4000, "The error trailer is too long");
			checkErrorBody(Base64.getDecoder().decode(encoded));
		}
	}

	private JsonNode parse(byte[] json) {
		try {
			return JSON.readTree(json);
		}
		catch (IOException ex) {
			require(false, "Malformed JSON: " + ex.getMessage());
			return JSON.createObjectNode();
		}
	}

}
