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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.record.RecordedAnswer;
import dev.kindling.local.record.RecordedInvocation;
import dev.kindling.local.workbench.Secrets;
import dev.kindling.test.record.AcceptedAnswer;
import dev.kindling.test.record.AnswerDifferences;
import org.opentest4j.AssertionFailedError;

/**
 * An event with the answer that <code>kindling:record</code> has seen.
 */
public final class RecordedEvent {

	static final String UPDATE_PROPERTY = "kindling.recorded.update";

	private final Path file;

	private final RecordedInvocation recorded;

	private final LocalLambda lambda;

	private final Secrets secrets;

	private boolean replayed;

	RecordedEvent(Path file, RecordedInvocation recorded, LocalLambda lambda, Secrets secrets) {
		this.file = file;
		this.recorded = recorded;
		this.lambda = lambda;
		this.secrets = secrets;
	}

	/**
	 * Sends the event to the function, and compares the answer with the recorded one.
	 * With <code>-Dkindling.recorded.update=true</code>, an answer that differs is
	 * recorded in its place.
	 * @return the answer, the log and the report
	 * @throws AssertionFailedError if the answer differs; tells where, and from what
	 */
	public InvokeResult replay() {
		this.replayed = true;
		InvokeResult result = this.lambda.invoke(this.recorded.request());
		ObjectNode expected = this.recorded.answer();
		ObjectNode actual = RecordedAnswer.of(result);
		List<String> differences = AnswerDifferences.of(expected, actual);
		if (!differences.isEmpty()) {
			ObjectNode accepted = AcceptedAnswer.of(expected, actual, this.recorded.marked(actual, this.secrets));
			if (!isUpdate()) {
				throw new AssertionFailedError(message(differences), this.recorded.toString(),
						this.recorded.withAnswer(accepted).toString());
			}
			update(accepted, differences);
		}
		return result;
	}

	private String message(List<String> differences) {
		return this.file + ": the answer isn't the recorded one\n  " + String.join("\n  ", differences)
				+ "\nIf it is right: -D" + UPDATE_PROPERTY + "=true records it. A value that changes from run to run"
				+ " is marked in the file, such as \"${any}\" or \"${number}\".";
	}

	private void update(ObjectNode accepted, List<String> differences) {
		try {
			this.recorded.withAnswer(accepted).write(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The new answer can't be recorded", ex);
		}
		System.err.println("Updated " + this.file + "\n  " + String.join("\n  ", differences));
	}

	private static boolean isUpdate() {
		String property = System.getProperty(UPDATE_PROPERTY, "false");
		if (property.isBlank() || property.equals("true")) {
			return true;
		}
		if (property.equals("false")) {
			return false;
		}
		throw new IllegalArgumentException(UPDATE_PROPERTY + " is true or false, not '" + property + "'");
	}

	boolean isReplayed() {
		return this.replayed;
	}

	/**
	 * The file with event and answer.
	 * @return a path, from the module's directory
	 */
	public Path file() {
		return this.file;
	}

	/**
	 * What is sent to the function.
	 * @return the event, and what comes with it
	 */
	public InvokeRequest request() {
		return this.recorded.request();
	}

	/**
	 * The file's name.
	 */
	@Override
	public String toString() {
		return this.file.getFileName().toString();
	}

}
