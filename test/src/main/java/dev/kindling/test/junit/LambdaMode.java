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

package dev.kindling.test.junit;

import java.util.Locale;

/**
 * How the application of a {@link LambdaTest} runs. The system property
 * {@code kindling.test.mode} wins over the annotation: {@code in-process}, {@code jar} or
 * {@code native}.
 */
public enum LambdaMode {

	/**
	 * {@link #NATIVE} if the build has made an executable since the classes were
	 * compiled, else {@link #IN_PROCESS}.
	 */
	AUTO,

	/**
	 * Within the JVM of the test, where a debugger finds it.
	 */
	IN_PROCESS,

	/**
	 * The executable jar, in a process of its own.
	 */
	JAR,

	/**
	 * The native executable. Where there is none, the test is skipped, or fails if the
	 * system property {@code kindling.test.native} is {@code required}.
	 */
	NATIVE;

	static LambdaMode parse(String text) {
		try {
			return valueOf(text.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"kindling.test.mode is auto, in-process, jar or native, not '" + text + "'");
		}
	}

}
