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

package org.jspecify.parts;

import java.lang.StackWalker.StackFrame;
import java.util.List;

/**
 * What an executable knows of the place of a call.
 */
public final class CallPlaces {

	private CallPlaces() {
	}

	/**
	 * Looks at two calls of one line.
	 * @return how many indexes of byte code they have, and how a stack trace shows the
	 * first, without package and number of the line
	 */
	public static String seen() {
		List<StackFrame> calls = List.of(caller(), caller());
		long indexes = calls.stream().map(StackFrame::getByteCodeIndex).distinct().count();
		String shown = calls.get(0).toStackTraceElement().toString().replaceAll(".*\\.(?=CallPlaces\\.)|\\d+", "");
		return indexes + ((indexes > 1) ? " indexes, " : " index, ") + shown;
	}

	private static StackFrame caller() {
		return StackWalker.getInstance().walk((frames) -> frames.skip(1).findFirst()).orElseThrow();
	}

}
