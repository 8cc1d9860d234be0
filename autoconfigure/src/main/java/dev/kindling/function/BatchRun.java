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

package dev.kindling.function;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.kindling.function.batch.BatchRecord;
import dev.kindling.function.batch.BatchSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Calls the function for each record of a batch, and reports the records that failed.
 */
final class BatchRun {

	private static final Log logger = LogFactory.getLog(BatchRun.class);

	private final BatchSource source;

	private final boolean reportItems;

	private final List<String> failed = new ArrayList<>();

	private @Nullable Throwable first;

	BatchRun(BatchSource source, boolean reportItems) {
		this.source = source;
		this.reportItems = reportItems && source.reportsItems();
	}

	/**
	 * Handles the records, one after the other where their order matters.
	 * @param threads on which the others are handled, or {@code null} for the calling one
	 * @return the answer with the identifiers of those that failed
	 * @throws BatchFailedException if all failed, or failures can't be reported
	 */
	byte[] run(List<BatchRecord> records, RecordCall call, @Nullable BatchThreads threads, JsonFactory factory)
			throws InterruptedException {
		if (threads != null && !this.source.isOrdered()) {
			handleAtOnce(records, call, threads);
		}
		else {
			handleInOrder(records, call);
		}
		Throwable failure = this.first;
		if (failure != null && (!this.reportItems || this.failed.size() == records.size())) {
			throw new BatchFailedException(
					this.failed.size() + " of " + records.size() + " records of " + this.source + " failed", failure);
		}
		return response(factory);
	}

	private void handleInOrder(List<BatchRecord> records, RecordCall call) {
		for (BatchRecord item : records) {
			if (this.first != null && this.source.isOrdered()) {
				this.failed.add(item.id());
				continue;
			}
			add(item, handle(item, call));
		}
	}

	private void handleAtOnce(List<BatchRecord> records, RecordCall call, BatchThreads threads)
			throws InterruptedException {
		@Nullable Throwable[] failures = new Throwable[records.size()];
		threads.forEach(records.size(), (index) -> failures[index] = handle(records.get(index), call));
		for (int i = 0; i < failures.length; i++) {
			add(records.get(i), failures[i]);
		}
	}

	/**
	 * Handles a record, and returns why that failed, if it did.
	 */
	private @Nullable Throwable handle(BatchRecord item, RecordCall call) {
		try {
			byte[] payload = item.payload();
			if (payload != null) {
				call.call(payload);
			}
			return null;
		}
		catch (Throwable ex) {
			if (this.reportItems && !(ex instanceof VirtualMachineError)) {
				logger.warn("A record of " + this.source + " failed", ex);
			}
			return ex;
		}
	}

	private void add(BatchRecord item, @Nullable Throwable failure) {
		if (failure instanceof VirtualMachineError error) {
			throw error;
		}
		if (failure == null) {
			return;
		}
		this.failed.add(item.id());
		if (this.first == null) {
			this.first = failure;
		}
		else if (this.first != failure) {
			this.first.addSuppressed(failure);
		}
	}

	private byte[] response(JsonFactory factory) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
		try (JsonGenerator json = factory.createGenerator(bytes)) {
			json.writeStartObject();
			json.writeArrayFieldStart("batchItemFailures");
			for (String id : this.failed) {
				json.writeStartObject();
				json.writeStringField("itemIdentifier", id);
				json.writeEndObject();
			}
			json.writeEndArray();
			json.writeEndObject();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Calls the function for a payload.
	 */
	@FunctionalInterface
	interface RecordCall {

		void call(byte[] payload) throws Throwable;

	}

}
