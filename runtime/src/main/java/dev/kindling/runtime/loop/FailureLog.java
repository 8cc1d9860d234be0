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

package dev.kindling.runtime.loop;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.function.BiConsumer;

import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.api.ErrorReport;
import dev.kindling.runtime.json.JsonWriter;

/**
 * Writes why an invocation failed, as one record, for where no logging framework does.
 */
final class FailureLog implements BiConsumer<Invocation, Throwable> {

	private final boolean json;

	private final PrintStream output;

	FailureLog(boolean json, PrintStream output) {
		this.json = json;
		this.output = output;
	}

	@Override
	public void accept(Invocation invocation, Throwable failure) {
		StringWriter stackTrace = new StringWriter();
		failure.printStackTrace(new PrintWriter(stackTrace));
		this.output.print(this.json ? record(invocation, failure, stackTrace.toString())
				: "Invocation " + invocation.requestId() + " failed: " + stackTrace);
		this.output.flush();
	}

	private static String record(Invocation invocation, Throwable failure, String stackTrace) {
		JsonWriter json = new JsonWriter(false, ErrorReport.MAX_BYTES);
		json.raw("{").field("timestamp", Instant.now().toString()).raw(",\"level\":\"ERROR\",");
		json.raw("\"message\":\"The invocation failed\",").field("AWSRequestId", invocation.requestId());
		if (invocation.tenantId() != null) {
			json.raw(",").field("tenantId", invocation.tenantId());
		}
		json.raw(",").field("errorType", failure.getClass().getName());
		json.raw(",\"errorMessage\":").string(failure.getMessage(), 64 * 1024);
		json.raw(",\"stackTrace\":").string(stackTrace, 256 * 1024).raw("}\n");
		return json.toString();
	}

}
