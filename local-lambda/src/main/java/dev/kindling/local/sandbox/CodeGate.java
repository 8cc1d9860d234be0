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
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import dev.kindling.local.invoke.CodeCheck;
import dev.kindling.local.invoke.InvocationReport;
import dev.kindling.local.invoke.InvokeResult;
import org.jspecify.annotations.Nullable;

/**
 * Lets events through to the function when there is code that can handle them, and
 * answers them with what is wrong when there is none.
 */
public final class CodeGate {

	private final CodeCheck check;

	private final Consumer<String> logs;

	public CodeGate(CodeCheck check, Consumer<String> logs) {
		this.check = check;
		this.logs = logs;
	}

	/**
	 * Looks at the code before an event is handed over.
	 * @param memorySize megabytes, for the report
	 * @return what to answer instead of the function; {@code null} if it can run
	 */
	public @Nullable InvokeResult refusal(int memorySize) {
		String problem = problem();
		if (problem == null) {
			return null;
		}
		String requestId = UUID.randomUUID().toString();
		String line = "RequestId: " + requestId + " isn't handled, as there is no code to run: "
				+ problem.lines().findFirst().orElse("");
		this.logs.accept(line);
		Outcome outcome = Outcome.refused(problem);
		InvocationReport report = new InvocationReport(requestId, Duration.ZERO, memorySize, 0, null, outcome.status(),
				outcome.errorType());
		return new InvokeResult(requestId, outcome.body(), outcome.contentType(), outcome.functionError(),
				List.of(line), report);
	}

	/**
	 * Looks at the code.
	 * @return whether an event would be let through now
	 */
	public boolean isOpen() {
		return problem() == null;
	}

	private @Nullable String problem() {
		try {
			return this.check.problem();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the function's code was looked at", ex);
		}
	}

}
