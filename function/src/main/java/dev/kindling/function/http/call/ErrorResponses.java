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

package dev.kindling.function.http.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.kindling.function.http.HttpResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * Takes the response from exceptions of Spring that describe one, as
 * {@code ResponseStatusException} does.
 */
final class ErrorResponses {

	private ErrorResponses() {
	}

	/**
	 * Makes the response.
	 * @return the response, or {@code null} if the failure describes none
	 */
	static @Nullable HttpResponse<?> of(Throwable failure) {
		if (!(failure instanceof ErrorResponse described)) {
			return null;
		}
		HttpResponse<?> response = HttpResponse.of(described.getStatusCode().value(), body(described.getBody()))
			.header("Content-Type", HttpFailures.PROBLEM);
		for (Map.Entry<String, List<String>> header : described.getHeaders().headerSet()) {
			response = response.header(header.getKey(), header.getValue().toArray(String[]::new));
		}
		return response;
	}

	/**
	 * The number of a status as Spring has it.
	 * @return the number, or 0 if it is something else
	 */
	static int status(Object status) {
		return (status instanceof HttpStatusCode code) ? code.value() : 0;
	}

	private static Map<String, Object> body(ProblemDetail problem) {
		Map<String, Object> body = new LinkedHashMap<>();
		put(body, "type", problem.getType());
		put(body, "title", problem.getTitle());
		body.put("status", problem.getStatus());
		put(body, "detail", problem.getDetail());
		put(body, "instance", problem.getInstance());
		if (problem.getProperties() != null) {
			body.putAll(problem.getProperties());
		}
		return body;
	}

	private static void put(Map<String, Object> body, String name, @Nullable Object value) {
		if (value != null) {
			body.put(name, value.toString());
		}
	}

}
