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

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Lambda's limits.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 * quotas</a>
 */
public final class LambdaLimits {

	public static final int SYNCHRONOUS_PAYLOAD = 6 * 1024 * 1024;

	public static final int ASYNCHRONOUS_PAYLOAD = 1024 * 1024;

	/**
	 * What the Runtime API takes: 6 MB, and 100 bytes for the envelope.
	 */
	public static final int RESPONSE = SYNCHRONOUS_PAYLOAD + 100;

	public static final int STREAMED_RESPONSE = 200 * 1024 * 1024;

	public static final int ERROR_BODY = 1024 * 1024;

	public static final int LOG_TAIL = 4 * 1024;

	public static final int MIN_MEMORY = 128;

	static final int MAX_MEMORY = 10_240;

	static final Duration MAX_TIMEOUT = Duration.ofMinutes(15);

	public static final Duration INIT_TIMEOUT = Duration.ofSeconds(10);

	private LambdaLimits() {
	}

	/**
	 * Says how the limit of the init phase is set.
	 */
	static String initTimeout(Duration limit) {
		return "the limit is " + seconds(limit) + " s; Lambda's is 10 s. On a slow machine, set another one with"
				+ " -Dkindling.initTimeout=SECONDS, @LambdaTest(initTimeoutSeconds = ...) or LocalLambdaBuilder.initTimeout.";
	}

	/**
	 * Says how the limit of an invocation is set.
	 */
	static String timeout(Duration limit) {
		return "the limit of an invocation is " + seconds(limit) + " s. Set another one with"
				+ " -Dkindling.timeout=SECONDS for Maven's goals, @LambdaTest(timeoutSeconds = ...) or"
				+ " LocalLambdaBuilder.timeout.";
	}

	private static String seconds(Duration limit) {
		return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
	}

}
