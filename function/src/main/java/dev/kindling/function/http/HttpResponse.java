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

package dev.kindling.function.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A function's answer to an HTTP request, with status and headers. To an event that is no
 * HTTP request, the body alone is answered. A response to {@code HEAD}, or with the
 * status 204 or 304, leaves without a body.
 *
 * @param <T> the type of the body
 * @param status the HTTP status
 * @param headers the headers' values, by name
 * @param cookies the values of {@code Set-Cookie}
 * @param body what is written as JSON, or a {@code String} or {@code byte[]} that is sent
 * as it is; text and JSON in the charset that the header {@code Content-Type} names, else
 * in UTF-8
 */
public record HttpResponse<T>(int status, Map<String, List<String>> headers, List<String> cookies, @Nullable T body) {

	/**
	 * Creates the response.
	 * @throws IllegalArgumentException if the status is none of HTTP, or a header or
	 * cookie is {@code null}
	 */
	public HttpResponse {
		if (status < 100 || status > 599) {
			throw new IllegalArgumentException(status + " is no HTTP status");
		}
		if (headers == null || cookies == null) {
			throw new IllegalArgumentException(
					((headers == null) ? "'headers'" : "'cookies'") + " of the response is null");
		}
		headers = new LinkedHashMap<>(headers);
		headers.forEach(HttpResponse::refuseNull);
		cookies = new ArrayList<>(cookies);
		if (cookies.contains(null)) {
			throw new IllegalArgumentException("A cookie of the response is null");
		}
		cookies = List.copyOf(cookies);
	}

	private static void refuseNull(@Nullable String name, @Nullable List<@Nullable String> values) {
		if (name == null) {
			throw new IllegalArgumentException("A header of the response has no name");
		}
		if (values == null) {
			throw new IllegalArgumentException("The header '" + name + "' of the response has no list of values");
		}
		for (String value : values) {
			if (value == null) {
				throw new IllegalArgumentException("The header '" + name + "' of the response has a value of null");
			}
		}
	}

	/**
	 * Answers a body with the status 200.
	 * @param <T> the type of the body
	 * @param body the body
	 * @return the response
	 */
	public static <T> HttpResponse<T> ok(T body) {
		return new HttpResponse<>(200, Map.of(), List.of(), body);
	}

	/**
	 * Answers a status without a body.
	 * @param <T> the type of the body
	 * @param status the status
	 * @return the response
	 */
	public static <T> HttpResponse<T> status(int status) {
		return new HttpResponse<>(status, Map.of(), List.of(), null);
	}

	/**
	 * Answers a body with a status.
	 * @param <T> the type of the body
	 * @param status the status
	 * @param body the body
	 * @return the response
	 */
	public static <T> HttpResponse<T> of(int status, T body) {
		return new HttpResponse<>(status, Map.of(), List.of(), body);
	}

	/**
	 * Adds a header.
	 * @param name the header's name
	 * @param values its values
	 * @return another response
	 * @throws IllegalArgumentException if the name or a value is {@code null}
	 */
	public HttpResponse<T> header(String name, String... values) {
		Map<String, List<String>> more = new LinkedHashMap<>(this.headers);
		more.put(name, (values != null) ? Arrays.asList(values.clone()) : null);
		return new HttpResponse<>(this.status, more, this.cookies, this.body);
	}

	/**
	 * Adds a cookie.
	 * @param cookie the value of {@code Set-Cookie}
	 * @return another response
	 * @throws IllegalArgumentException if it is {@code null}
	 */
	public HttpResponse<T> cookie(String cookie) {
		List<String> more = new ArrayList<>(this.cookies);
		more.add(cookie);
		return new HttpResponse<>(this.status, this.headers, more, this.body);
	}

	/**
	 * Names the status only, so that it can be logged.
	 */
	@Override
	public String toString() {
		return "HttpResponse[" + this.status + "]";
	}

}
