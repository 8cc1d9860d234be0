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

package dev.kindling.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.kindling.local.invoke.InvocationReport;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import org.jspecify.annotations.Nullable;

/**
 * An invocation as a line of the page's list.
 *
 * @param number counts from 1
 * @param function the function's name
 * @param began when the event came
 * @param report the REPORT line's values
 * @param status {@code ok}, {@code error}, {@code timeout}, or {@code nocode} where there
 * was no code that could handle the event
 * @param failed how many records failed
 */
record HandledInvocation(long number, String function, Instant began, InvocationReport report, String status,
		int failed) {

	private static final String NO_CODE = "Kindling.NoCode";

	static HandledInvocation of(long number, String function, Instant began, InvokeResult result, int failed) {
		return new HandledInvocation(number, function, began, result.report(), status(result), failed);
	}

	private static String status(InvokeResult result) {
		if (NO_CODE.equals(result.report().errorType())) {
			return "nocode";
		}
		if (Objects.equals(result.report().status(), "timeout")) {
			return "timeout";
		}
		return result.isError() ? "error" : "ok";
	}

	/**
	 * The line: an array, as there may be ten thousand of them.
	 */
	ArrayNode row() {
		ArrayNode row = Json.MAPPER.createArrayNode();
		row.add(this.number).add(this.function).add(this.began.toEpochMilli()).add(millis(this.report.duration()));
		row.add(millis(this.report.initDuration())).add(this.report.maxMemoryUsed());
		return row.add(this.status).add(this.failed);
	}

	private static @Nullable BigDecimal millis(@Nullable Duration duration) {
		return (duration != null) ? BigDecimal.valueOf(duration.toNanos(), 6).setScale(2, RoundingMode.HALF_UP) : null;
	}

}
