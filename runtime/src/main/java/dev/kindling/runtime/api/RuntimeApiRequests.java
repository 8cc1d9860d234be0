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

package dev.kindling.runtime.api;

import dev.kindling.codec.HttpHeaders;
import dev.kindling.codec.HttpRequest;

/**
 * The requests of the Runtime API.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda
 * Runtime API</a>
 */
public final class RuntimeApiRequests {

	static final String INIT_ERROR = "/2018-06-01/runtime/init/error";

	private static final String INVOCATION = "/2018-06-01/runtime/invocation/";

	private final String authority;

	private final HttpRequest next;

	RuntimeApiRequests(RuntimeApiAddress address) {
		this.authority = address.authority();
		this.next = new HttpRequest("GET", INVOCATION + "next", headers().build());
	}

	private HttpHeaders.Builder headers() {
		return HttpHeaders.builder().add("Host", this.authority).add("User-Agent", "kindling-runtime");
	}

	/**
	 * The request for the next invocation, the same each time.
	 */
	HttpRequest next() {
		return this.next;
	}

	/**
	 * The request that answers an invocation with all bytes at once.
	 * @throws IllegalArgumentException if the media type can't stand in a header
	 */
	public HttpRequest response(String requestId, String contentType) {
		return new HttpRequest("POST", INVOCATION + PathSegment.encode(requestId) + "/response",
				headers().add("Content-Type", contentType).build());
	}

	/**
	 * The request that answers an invocation with a stream.
	 * @throws IllegalArgumentException if the media type can't stand in a header
	 */
	public HttpRequest streamedResponse(String requestId, String contentType) {
		HttpHeaders headers = headers().add("Content-Type", contentType)
			.add("Lambda-Runtime-Function-Response-Mode", "streaming")
			.add("Trailer", StreamedBody.ERROR_TYPE + ", " + StreamedBody.ERROR_BODY)
			.build();
		return new HttpRequest("POST", INVOCATION + PathSegment.encode(requestId) + "/response", headers);
	}

	HttpRequest error(String target, ErrorReport report, boolean withCause) {
		HttpHeaders.Builder headers = headers().add("Content-Type", ErrorReport.CONTENT_TYPE)
			.add("Lambda-Runtime-Function-Error-Type", report.type());
		String cause = withCause ? report.xrayCause() : null;
		if (cause != null) {
			headers.add("Lambda-Runtime-Function-XRay-Error-Cause", cause);
		}
		return new HttpRequest("POST", target, headers.build());
	}

	static String errorOf(String requestId) {
		return INVOCATION + PathSegment.encode(requestId) + "/error";
	}

}
