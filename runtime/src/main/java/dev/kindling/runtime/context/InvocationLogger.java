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

package dev.kindling.runtime.context;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.api.ErrorReport;
import dev.kindling.runtime.api.RuntimeEnvironment;
import dev.kindling.runtime.json.JsonWriter;

/**
 * The logger of an invocation's context: a line of text, or a JSON object where
 * {@code AWS_LAMBDA_LOG_FORMAT} is {@code JSON}.
 */
final class InvocationLogger implements LambdaLogger {

	private final Invocation invocation;

	private final boolean json;

	private final int threshold;

	private final PrintStream output;

	InvocationLogger(Invocation invocation, RuntimeEnvironment environment, PrintStream output) {
		this.invocation = invocation;
		this.json = environment.logsJson();
		this.threshold = threshold(environment);
		this.output = output;
	}

	private static int threshold(RuntimeEnvironment environment) {
		String configured = environment.get("AWS_LAMBDA_LOG_LEVEL");
		for (LogLevel level : LogLevel.values()) {
			if (level.name().equalsIgnoreCase(configured)) {
				return level.ordinal();
			}
		}
		return LogLevel.UNDEFINED.ordinal();
	}

	@Override
	public void log(String message) {
		log(message, LogLevel.UNDEFINED);
	}

	@Override
	public void log(byte[] message) {
		log(message, LogLevel.UNDEFINED);
	}

	@Override
	public void log(byte[] message, LogLevel level) {
		log(new String(message, StandardCharsets.UTF_8), level);
	}

	@Override
	public void log(String message, LogLevel level) {
		if (level != LogLevel.UNDEFINED && level.ordinal() < this.threshold) {
			return;
		}
		this.output.print(this.json ? record(message, level) : line(message, level));
		this.output.flush();
	}

	private String line(String message, LogLevel level) {
		String text = String.valueOf(message);
		String prefix = (level != LogLevel.UNDEFINED)
				? "[" + level + "] " + Instant.now() + " " + this.invocation.requestId() + " " : "";
		return text.endsWith("\n") ? prefix + text : prefix + text + "\n";
	}

	private String record(String message, LogLevel level) {
		JsonWriter record = new JsonWriter(false, ErrorReport.MAX_BYTES);
		record.raw("{").field("timestamp", Instant.now().toString());
		record.raw(",").field("level", level.name()).raw(",\"message\":").string(message, 256 * 1024);
		record.raw(",").field("AWSRequestId", this.invocation.requestId());
		if (this.invocation.tenantId() != null) {
			record.raw(",").field("tenantId", this.invocation.tenantId());
		}
		return record.raw("}\n").toString();
	}

}
