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

import dev.kindling.function.HttpExceptionMapper;
import dev.kindling.function.http.HttpResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Finds the response to a failure: what an {@link HttpExceptionMapper} says, else what
 * the exception describes by itself or by {@link ResponseStatus}, as a problem of RFC
 * 9457.
 */
public final class HttpFailures {

	static final String PROBLEM = "application/problem+json";

	static final boolean WEB = ClassUtils.isPresent("org.springframework.web.bind.annotation.ResponseStatus",
			HttpFailures.class.getClassLoader());

	private final List<HttpExceptionMapper> mappers;

	public HttpFailures(List<HttpExceptionMapper> mappers) {
		this.mappers = mappers;
	}

	/**
	 * Finds the response.
	 * @return the response, or {@code null} if the failure is none of HTTP
	 */
	@Nullable HttpResponse<?> map(Throwable failure) {
		for (HttpExceptionMapper mapper : this.mappers) {
			HttpResponse<?> response = mapper.map(failure);
			if (response != null) {
				return response;
			}
		}
		if (!WEB) {
			return null;
		}
		HttpResponse<?> described = ErrorResponses.of(failure);
		return (described != null) ? described : byAnnotation(failure);
	}

	private static @Nullable HttpResponse<?> byAnnotation(Throwable failure) {
		Class<?> type = failure.getClass();
		while (type != Object.class) {
			ResponseStatus status = type.getDeclaredAnnotation(ResponseStatus.class);
			if (status != null) {
				int code = (status.value().value() != 500) ? status.value().value() : status.code().value();
				return problem(code, status.reason());
			}
			type = type.getSuperclass();
		}
		return null;
	}

	/**
	 * Describes a problem.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
	 */
	public static HttpResponse<?> problem(int status, @Nullable String detail) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "about:blank");
		body.put("status", status);
		if (detail != null && !detail.isEmpty()) {
			body.put("detail", detail);
		}
		return HttpResponse.of(status, body).header("Content-Type", PROBLEM);
	}

}
