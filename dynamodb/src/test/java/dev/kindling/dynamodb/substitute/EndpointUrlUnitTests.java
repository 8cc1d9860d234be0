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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EndpointUrlUnitTests {

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8000", "https://dynamodb.eu-central-1.amazonaws.com",
			"https://vpce-0123-abcd.dynamodb.us-east-1.vpce.amazonaws.com/", "http://127.0.0.1:8000/a/path/",
			"http://[::1]:8000", "http://dynamodb_local:8000", "https://user@host/path?query", "HTTP://Host#part" })
	void hasThePartsThatAUrlOfAKnownProtocolHas(String text) throws MalformedURLException {
		URL expected = new URL(text);
		URL url = EndpointUrl.parse(text);
		assertThat(url.getProtocol()).isEqualTo(expected.getProtocol());
		assertThat(url.getAuthority()).isEqualTo(expected.getAuthority());
		assertThat(url.getHost()).isEqualTo(expected.getHost());
		assertThat(url.getPath()).isEqualTo(expected.getPath());
		assertThat(url.getQuery()).isEqualTo(expected.getQuery());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost", "//localhost:8000", "http://localhost:port", "http://localhost:-2" })
	void refusesWhatIsNoUrlAnyway(String text) {
		assertThatExceptionOfType(MalformedURLException.class).isThrownBy(() -> new URL(text));
		assertThatExceptionOfType(MalformedURLException.class).isThrownBy(() -> EndpointUrl.parse(text));
	}

	@Test
	void isNeverOpened() throws MalformedURLException {
		URL url = EndpointUrl.parse("http://localhost:8000");
		assertThatThrownBy(url::openConnection).isInstanceOf(UnsupportedOperationException.class);
	}

}
