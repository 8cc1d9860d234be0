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

package dev.kindling.codec;

/**
 * The head of a request.
 *
 * @param method the method, a token such as {@code POST}
 * @param target what is asked for, percent-encoded: {@code /path?query}, an absolute URI
 * for a proxy, or {@code host:port} for {@code CONNECT}
 * @param headers the headers, {@code Host} among them. {@code Content-Length} and
 * {@code Transfer-Encoding} may be left out, and must fit the body otherwise
 */
public record HttpRequest(String method, String target, HttpHeaders headers) {

	public HttpRequest {
		HttpSyntax.requireToken("method", method);
		HttpSyntax.requireTarget(target);
	}

}
