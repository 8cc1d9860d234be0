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

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalDatabaseUnitTests {

	@Test
	void keepsWarningsOfTheClientOfStreamsOutOfMavensOutputButNoErrors() {
		List<String> said = new ArrayList<>();
		Handler handler = new Handler() {

			@Override
			public void publish(LogRecord message) {
				said.add(message.getMessage());
			}

			@Override
			public void flush() {
			}

			@Override
			public void close() {
			}

		};
		Logger root = Logger.getLogger("");
		root.addHandler(handler);
		try {
			LocalDatabase.quiet();
			Logger.getLogger("com.amazonaws.util.Base64").warning("JAXB is unavailable");
			Logger.getLogger("com.amazonaws.util.Base64").severe("It can't go on");
		}
		finally {
			root.removeHandler(handler);
		}
		assertThat(said).containsExactly("It can't go on");
	}

}
