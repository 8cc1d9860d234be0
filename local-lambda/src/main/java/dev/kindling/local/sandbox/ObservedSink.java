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

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.ResponseSink;
import org.jspecify.annotations.Nullable;

/**
 * Passes a streamed answer on to the caller, and keeps a copy for those who look on.
 */
final class ObservedSink implements ResponseSink {

	private final ResponseSink caller;

	private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

	private volatile boolean begun;

	private boolean callerIsGone;

	ObservedSink(ResponseSink caller) {
		this.caller = caller;
	}

	@Override
	public void begin(@Nullable String contentType) throws IOException {
		this.begun = true;
		this.caller.begin(contentType);
	}

	/**
	 * A caller who is gone has no part in what the function answers.
	 */
	@Override
	public void write(byte[] bytes, int length) {
		this.copy.write(bytes, 0, length);
		try {
			if (!this.callerIsGone) {
				this.caller.write(bytes, length);
			}
		}
		catch (IOException ex) {
			this.callerIsGone = true;
		}
	}

	@Override
	public byte[] collected() {
		return this.caller.collected();
	}

	/**
	 * The result with the whole answer, whoever has got it.
	 */
	InvokeResult whole(InvokeResult result) {
		return (this.begun && !result.isError()) ? new InvokeResult(result.requestId(), this.copy.toByteArray(),
				result.contentType(), result.functionError(), result.logs(), result.report()) : result;
	}

}
