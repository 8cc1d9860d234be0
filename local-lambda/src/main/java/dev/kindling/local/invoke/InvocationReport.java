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

package dev.kindling.local.invoke;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What Lambda's REPORT line says about one invocation.
 *
 * @param requestId the invocation's id
 * @param duration from handing over the event to the end of the answer
 * @param memorySize megabytes that the function is configured with
 * @param maxMemoryUsed megabytes that the process had resident at most; {@code 0} where
 * the operating system doesn't tell
 * @param initDuration from the start of the process to its first request for an event;
 * {@code null} when the process was already there
 * @param status {@code error} or {@code timeout}; {@code null} when all went well
 * @param errorType of an error that the runtime didn't report itself
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html">Lambda's
 * logs</a>
 */
public record InvocationReport(String requestId, Duration duration, int memorySize, long maxMemoryUsed,
		@Nullable Duration initDuration, @Nullable String status, @Nullable String errorType) {

	/**
	 * What is billed: duration and init, rounded up to the millisecond.
	 * @return whole milliseconds
	 */
	public long billedMillis() {
		Duration billed = (this.initDuration != null) ? this.duration.plus(this.initDuration) : this.duration;
		return (billed.toNanos() + 999_999) / 1_000_000;
	}

	/**
	 * The line that Lambda logs.
	 */
	@Override
	public String toString() {
		StringBuilder line = new StringBuilder();
		line.append("REPORT RequestId: ").append(this.requestId);
		line.append("\tDuration: ").append(millis(this.duration)).append(" ms");
		line.append("\tBilled Duration: ").append(billedMillis()).append(" ms");
		line.append("\tMemory Size: ").append(this.memorySize).append(" MB");
		line.append("\tMax Memory Used: ").append(this.maxMemoryUsed).append(" MB");
		if (this.initDuration != null) {
			line.append("\tInit Duration: ").append(millis(this.initDuration)).append(" ms");
		}
		if (this.status != null) {
			line.append("\tStatus: ").append(this.status);
		}
		if (this.errorType != null) {
			line.append("\tError Type: ").append(this.errorType);
		}
		return line.toString();
	}

	public static String millis(Duration duration) {
		return BigDecimal.valueOf(duration.toNanos(), 6).setScale(2, RoundingMode.HALF_UP).toPlainString();
	}

}
