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

package dev.kindling.it.conformance;

import java.util.ArrayList;
import java.util.List;

import dev.kindling.it.Subject;
import org.junit.jupiter.api.RepeatedTest;

/**
 * The application as a native executable.
 */
class NativeConformanceIntegrationTests extends ConformanceScenarios {

	@Override
	List<String> command() {
		List<String> command = new ArrayList<>(List.of(Subject.NATIVE.applicationCommand()));
		command.add("-Xmx96m");
		return command;
	}

	/**
	 * Threads that start at the same time must not lose the limit, and the thread that
	 * handles references must not end the process before the error is reported.
	 */
	@RepeatedTest(20)
	void keepsToTheHeapThatItIsGivenAtEveryStart() throws Exception {
		reportsThatItIsOutOfMemoryOrStackBeforeItEnds("oom");
	}

}
