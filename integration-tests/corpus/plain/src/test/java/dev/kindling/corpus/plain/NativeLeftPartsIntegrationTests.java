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

package dev.kindling.corpus.plain;

import java.util.Map;

import dev.kindling.corpus.harness.LeftPartsTests;

class NativeLeftPartsIntegrationTests extends LeftPartsTests {

	NativeLeftPartsIntegrationTests() {
		super(Map.of("validation-xml",
				"UnsupportedOperationException: Constraint mappings in XML aren't in this "
						+ "executable. Set kindling.aot.keep=validation-xml when it is built.",
				"code-positions", "1 index, CallPlaces.seen(CallPlaces.java:)"));
	}

}
