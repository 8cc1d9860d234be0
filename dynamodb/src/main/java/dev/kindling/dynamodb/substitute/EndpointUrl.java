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

package dev.kindling.dynamodb.substitute;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * A URL that is read and never opened, and so needs no protocol.
 */
final class EndpointUrl {

	private static final URLStreamHandler UNOPENED = new URLStreamHandler() {

		@Override
		protected URLConnection openConnection(URL url) {
			throw new UnsupportedOperationException("An end point's URL isn't opened");
		}

	};

	private EndpointUrl() {
	}

	/**
	 * Reads a URL as {@code new URL(text)} does where the protocol is known.
	 * @param text the URL
	 * @return its parts
	 * @throws MalformedURLException if the text has no protocol, or a port that is none
	 */
	static URL parse(String text) throws MalformedURLException {
		return new URL(null, text, UNOPENED);
	}

}
