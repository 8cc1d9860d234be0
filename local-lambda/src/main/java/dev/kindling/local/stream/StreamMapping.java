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

package dev.kindling.local.stream;

import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.invoke.BatchAnswer;
import dev.kindling.local.invoke.EventPoller;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.sandbox.PatientInvocation;
import dev.kindling.local.sandbox.ServedFunction;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.FailedRecord;
import dev.kindling.local.workbench.WorkbenchListener;

/**
 * Lambda's event source mapping for a table's stream. The records of a shard come in
 * their order: a batch that fails is tried again, from the first record that failed if
 * the function names it, and the next comes only after that. Checkpoints are kept in
 * memory, as the tables are.
 */
public final class StreamMapping implements Closeable {

	private static final int MAX_DOUBLINGS = 6;

	private final TableStream stream;

	private final StreamSettings settings;

	private final ServedFunction function;

	private final WorkbenchListener listener;

	private final Consumer<String> logs;

	private final EventPoller poller;

	private StreamMapping(TableStream stream, StreamSettings settings, ServedFunction function,
			WorkbenchListener listener, Consumer<String> logs) {
		this.stream = stream;
		this.settings = settings;
		this.function = function;
		this.listener = listener;
		this.logs = logs;
		this.poller = new EventPoller(this::poll, "The stream " + stream.arn(), "stream-of-" + settings.function(),
				logs);
	}

	/**
	 * Begins to read a table's stream; a table without one gets one.
	 * @param database where the table is
	 * @param settings how changes come to the function
	 * @param function who gets them
	 * @param listener learns of records that failed
	 * @param logs is told of records that are given up, and when the stream can't be read
	 * @return the running mapping
	 * @throws IllegalStateException if there is no such table
	 */
	public static StreamMapping start(EmbeddedDynamoDb database, StreamSettings settings, ServedFunction function,
			WorkbenchListener listener, Consumer<String> logs) {
		TableStream stream = TableStream.of(database, settings.table(), settings.start());
		StreamMapping mapping = new StreamMapping(stream, settings, function, listener, logs);
		mapping.poller.start();
		return mapping;
	}

	private void poll() throws InterruptedException {
		if (!readAll()) {
			EventPoller.pause();
		}
	}

	private boolean readAll() throws InterruptedException {
		boolean any = false;
		for (String shard : this.stream.openShards()) {
			List<ObjectNode> records = this.stream.read(shard, this.settings.batchSize(), this.settings.region());
			if (!records.isEmpty()) {
				any = true;
				handle(records);
			}
		}
		return any;
	}

	private void handle(List<ObjectNode> records) throws InterruptedException {
		List<ObjectNode> left = records;
		for (int attempt = 1; !left.isEmpty() && !this.poller.isClosed(); attempt++) {
			InvokeResult result = invoke(left);
			BatchAnswer answer = BatchAnswer.of(result, this.settings.reportsItemFailures(), ids(left));
			List<ObjectNode> failed = fromFirst(left, answer);
			if (failed.size() < left.size()) {
				attempt = 1;
			}
			left = failed;
			if (!failed.isEmpty()) {
				boolean last = attempt > this.settings.retries();
				report(failed, result, attempt, last, String.valueOf(answer.reason()));
				if (last) {
					return;
				}
				EventPoller.pause(Math.min(attempt - 1, MAX_DOUBLINGS));
			}
		}
	}

	private static List<String> ids(List<ObjectNode> records) {
		return records.stream().map(StreamMapping::id).toList();
	}

	private static String id(ObjectNode record) {
		return record.path("dynamodb").path("SequenceNumber").asText();
	}

	/**
	 * As Lambda does it, everything from the first failed record on comes again.
	 */
	private static List<ObjectNode> fromFirst(List<ObjectNode> records, BatchAnswer answer) {
		for (int i = 0; i < records.size(); i++) {
			if (answer.failed().contains(id(records.get(i)))) {
				return new ArrayList<>(records.subList(i, records.size()));
			}
		}
		return List.of();
	}

	private InvokeResult invoke(List<ObjectNode> records) throws InterruptedException {
		ObjectNode event = Json.MAPPER.createObjectNode();
		event.putArray("Records").addAll(records);
		return PatientInvocation.invoke(this.function, InvokeRequest.of(Json.bytes(event)), () -> {
		});
	}

	private void report(List<ObjectNode> failed, InvokeResult result, int attempt, boolean last, String reason) {
		for (ObjectNode record : failed) {
			this.listener.recordFailed(new FailedRecord(this.settings.function(), result.requestId(), Instant.now(),
					this.stream.arn(), id(record), attempt,
					last ? FailedRecord.Fate.DISCARDED : FailedRecord.Fate.RETRIED, record, reason));
		}
		if (last) {
			this.logs.accept("Given up after " + attempt + " attempts: " + failed.size() + " records of "
					+ this.stream.arn() + " for " + this.settings.function() + ", from " + id(failed.get(0)));
		}
	}

	/**
	 * Reads nothing more, and gives the event a while that is being handled.
	 */
	@Override
	public void close() {
		this.poller.close();
	}

}
