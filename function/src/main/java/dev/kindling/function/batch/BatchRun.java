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

package dev.kindling.function.batch;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.function.BatchFailedException;
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
	 */
	void run(List<BatchRecord> records, RecordCall call, @Nullable BatchThreads threads) throws InterruptedException {
		if (threads != null && !this.source.isOrdered()) {
			handleAtOnce(records, call, threads);
		}
		else {
			handleInOrder(records, call);
		}
	}

	/**
	 * Handles all records with one call. Those that can't be read have failed, and where
	 * the order matters all after the first of them.
	 * @param reader reads the elements in a record
	 * @param call takes all elements
	 * @return what the call returned
	 * @throws BatchFailedException if the call failed
	 */
	@Nullable Object callAll(List<BatchRecord> records, ElementReader reader, AllCall call) {
		List<Object> elements = new ArrayList<>(records.size());
		handleInOrder(records, (item) -> elements.addAll(reader.read(item)));
		if (elements.isEmpty()) {
			return null;
		}
		try {
			return call.call(elements);
		}
		catch (VirtualMachineError ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new BatchFailedException(
					"The call with " + elements.size() + " records of " + this.source + " failed", ex);
		}
	}

	/**
	 * Adds the records that the function itself reports.
	 * @param failures what it returned as {@code batchItemFailures}
	 */
	void addReported(@Nullable JsonNode failures) {
		if (failures == null) {
			return;
		}
		for (JsonNode failure : failures) {
			String id = failure.path("itemIdentifier").asText();
			if (!this.failed.contains(id)) {
				this.failed.add(id);
			}
		}
	}

	/**
	 * Ends the batch.
	 * @return the answer with the identifiers of the records that failed
	 * @throws BatchFailedException if all failed, or failures can't be reported
	 */
	byte[] end(List<BatchRecord> records) {
		Throwable failure = this.first;
		if (failure != null && (!this.reportItems || this.failed.size() == records.size())) {
			throw new BatchFailedException(
					this.failed.size() + " of " + records.size() + " records of " + this.source + " failed", failure);
		}
		return response();
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
			call.call(item);
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

	private byte[] response() {
		ObjectNode answer = JsonNodeFactory.instance.objectNode();
		ArrayNode failures = answer.putArray("batchItemFailures");
		for (String id : this.failed) {
			failures.addObject().put("itemIdentifier", id);
		}
		return AnswerJson.bytes(answer);
	}

	/**
	 * Calls the function for a record.
	 */
	@FunctionalInterface
	interface RecordCall {

		void call(BatchRecord item) throws Throwable;

	}

	/**
	 * Reads the elements in a record.
	 */
	@FunctionalInterface
	interface ElementReader {

		List<Object> read(BatchRecord item);

	}

	/**
	 * Calls the function for all elements.
	 */
	@FunctionalInterface
	interface AllCall {

		@Nullable Object call(List<Object> elements) throws Throwable;

	}

}
