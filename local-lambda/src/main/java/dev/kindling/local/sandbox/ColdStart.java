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

package dev.kindling.local.sandbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What came of looking for a process.
 *
 * @param sandbox the process
 * @param failure if it can't be used
 * @param repeatedSince since when the init was repeated; {@code 0} if it wasn't
 * @param failedFor how long the repeated init took, if it failed
 */
record ColdStart(Sandbox sandbox, @Nullable Outcome failure, long repeatedSince, Duration failedFor) {

	static ColdStart ready(Sandbox sandbox) {
		return new ColdStart(sandbox, null, 0, Duration.ZERO);
	}

	static ColdStart repeated(Sandbox sandbox, long since) {
		return new ColdStart(sandbox, null, since, Duration.ZERO);
	}

	static ColdStart failed(Sandbox sandbox, Outcome failure, Duration duration) {
		return new ColdStart(sandbox, failure, 0, duration);
	}

	boolean isRepeated() {
		return this.repeatedSince != 0;
	}

}
