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

package dev.kindling.function.call;

import java.util.List;
import java.util.Map;

import dev.kindling.function.http.HttpResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Takes what a function returns as Spring's web frameworks have it, a
 * {@code ResponseEntity} or {@code HttpEntity}, for the response that it describes.
 */
public final class ResponseEntities {

	private ResponseEntities() {
	}

	/**
	 * The response that a result describes.
	 * @return the response, or the result if it is no entity
	 */
	static @Nullable Object unwrap(@Nullable Object result) {
		if (!(result instanceof HttpEntity<?> entity)) {
			return result;
		}
		int status = (entity instanceof ResponseEntity<?> response) ? response.getStatusCode().value()
				: HttpStatus.OK.value();
		HttpResponse<?> response = HttpResponse.of(status, entity.getBody());
		for (Map.Entry<String, List<String>> header : entity.getHeaders().headerSet()) {
			if (header.getKey().equalsIgnoreCase(HttpHeaders.SET_COOKIE)) {
				for (String cookie : header.getValue()) {
					response = response.cookie(cookie);
				}
			}
			else {
				response = response.header(header.getKey(), header.getValue().toArray(String[]::new));
			}
		}
		return response;
	}

	/**
	 * Whether a type is an entity.
	 */
	public static boolean isEntity(Class<?> type) {
		return HttpEntity.class.isAssignableFrom(type);
	}

}
