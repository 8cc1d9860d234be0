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

package dev.kindling.local.queue;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.BatchAnswer;
import dev.kindling.local.invoke.EventPoller;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.invoke.TooManyRequestsException;
import dev.kindling.local.sandbox.Outcome;
import dev.kindling.local.sandbox.ServedFunction;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.ResponseSink;
import dev.kindling.local.workbench.FailedRecord;
import dev.kindling.local.workbench.WorkbenchListener;

/**
 * Lambda's event source mapping for a queue: receives messages, calls the function, and
 * deletes what it has handled. What failed is visible again when the visibility time-out
 * has passed since it was received, as on Lambda; SQS's redrive policy takes it to the
 * dead-letter queue when it has been received often enough. Nothing is received while
 * there is no code to run.
 */
public final class QueueMapping implements Closeable {

	private static final int WAIT_SECONDS = 2;

	private final SqsClient client;

	private final SqsQueue queue;

	private final QueueSettings settings;

	private final ServedFunction function;

	private final WorkbenchListener listener;

	private final Consumer<String> logs;

	private final EventPoller poller;

	private QueueMapping(SqsClient client, SqsQueue queue, QueueSettings settings, ServedFunction function,
			WorkbenchListener listener, Consumer<String> logs) {
		this.client = client;
		this.queue = queue;
		this.settings = settings;
		this.function = function;
		this.listener = listener;
		this.logs = logs;
		this.poller = new EventPoller(this::poll, "The queue " + queue.url(), "queue-of-" + settings.function(), logs);
	}

	/**
	 * Begins to receive messages.
	 * @param client the queue's server
	 * @param queue the queue
	 * @param settings how messages come to the function
	 * @param function who gets them
	 * @param listener learns of messages that failed
	 * @param logs is told when the queue can't be reached
	 * @return the running mapping
	 */
	public static QueueMapping start(SqsClient client, SqsQueue queue, QueueSettings settings, ServedFunction function,
			WorkbenchListener listener, Consumer<String> logs) {
		QueueMapping mapping = new QueueMapping(client, queue, settings, function, listener, logs);
		mapping.poller.start();
		return mapping;
	}

	private void poll() throws IOException, InterruptedException {
		if (!this.function.hasCode()) {
			EventPoller.pause();
			return;
		}
		ObjectNode request = request().put("MaxNumberOfMessages", this.settings.batchSize())
			.put("WaitTimeSeconds", WAIT_SECONDS)
			.put("VisibilityTimeout", (int) this.settings.hidden().toSeconds());
		request.putArray("AttributeNames").add("All");
		request.putArray("MessageSystemAttributeNames").add("All");
		request.putArray("MessageAttributeNames").add("All");
		JsonNode messages = this.client.call("ReceiveMessage", request).path("Messages");
		if (!messages.isEmpty()) {
			handle(messages, System.nanoTime());
		}
	}

	private void handle(JsonNode messages, long received) throws IOException, InterruptedException {
		Map<String, ObjectNode> batch = new LinkedHashMap<>();
		for (JsonNode message : messages) {
			ObjectNode record = SqsEvent.record(message, this.queue, this.settings.region());
			batch.put(record.path("messageId").asText(), record);
		}
		InvokeResult result;
		try {
			result = invoke(batch);
		}
		catch (IllegalStateException ex) {
			changeVisibility(List.copyOf(batch.values()), Duration.ZERO);
			throw ex;
		}
		if (Outcome.NO_CODE.equals(result.report().errorType())) {
			changeVisibility(List.copyOf(batch.values()), Duration.ZERO);
			return;
		}
		BatchAnswer answer = BatchAnswer.of(result, this.settings.reportsItemFailures(), batch.keySet());
		List<ObjectNode> failed = new ArrayList<>();
		List<ObjectNode> handled = new ArrayList<>();
		batch.forEach((id, record) -> (answer.failed().contains(id) ? failed : handled).add(record));
		delete(handled);
		if (!failed.isEmpty()) {
			this.logs.accept(this.settings.function() + ": " + failed.size() + " of " + batch.size()
					+ " messages failed, each comes again when the visibility time-out of "
					+ this.settings.visibilityTimeout().toSeconds() + " s has passed, up to "
					+ this.settings.maxReceiveCount() + " times in all: " + answer.reason());
		}
		failed.forEach((record) -> report(record, result, String.valueOf(answer.reason())));
		hideUntilTimeout(failed, received);
	}

	/**
	 * A queue waits for an environment rather than lose one of a message's attempts.
	 */
	private InvokeResult invoke(Map<String, ObjectNode> batch) throws InterruptedException {
		InvokeRequest request = InvokeRequest.of(SqsEvent.of(List.copyOf(batch.values())));
		while (true) {
			try {
				return this.function.invoke(request, ResponseSink.collecting());
			}
			catch (TooManyRequestsException ex) {
				EventPoller.pause();
			}
		}
	}

	private void report(ObjectNode record, InvokeResult result, String reason) {
		int attempt = record.path("attributes").path("ApproximateReceiveCount").asInt(1);
		this.listener.recordFailed(
				new FailedRecord(this.settings.function(), result.requestId(), Instant.now(), this.queue.arn(),
						record.path("messageId").asText(), attempt, (attempt >= this.settings.maxReceiveCount())
								? FailedRecord.Fate.DEAD_LETTER : FailedRecord.Fate.RETRIED,
						record, reason));
	}

	private void delete(List<ObjectNode> records) throws IOException, InterruptedException {
		if (!records.isEmpty()) {
			requireAll(this.client.call("DeleteMessageBatch", entries(records, (entry) -> {
			})), "deleted");
		}
	}

	/**
	 * Nothing is to be done where the queue ends their time by itself.
	 */
	private void hideUntilTimeout(List<ObjectNode> records, long received) throws IOException, InterruptedException {
		Duration timeout = this.settings.visibilityTimeout();
		if (timeout.compareTo(this.settings.hidden()) < 0) {
			Duration left = timeout.minusNanos(System.nanoTime() - received);
			changeVisibility(records, left.isNegative() ? Duration.ZERO : left);
		}
	}

	private void changeVisibility(List<ObjectNode> records, Duration hidden) throws IOException, InterruptedException {
		if (!records.isEmpty()) {
			JsonNode answer = this.client.call("ChangeMessageVisibilityBatch",
					entries(records, (entry) -> entry.put("VisibilityTimeout", (int) hidden.toSeconds())));
			requireAll(answer, "made visible again");
		}
	}

	private void requireAll(JsonNode answer, String what) {
		JsonNode failed = answer.path("Failed");
		if (!failed.isEmpty()) {
			this.logs.accept("Messages of " + this.queue.url() + " couldn't be " + what + ": " + failed);
		}
	}

	private ObjectNode request() {
		return Json.MAPPER.createObjectNode().put("QueueUrl", this.queue.url().toString());
	}

	private ObjectNode entries(List<ObjectNode> records, Consumer<ObjectNode> more) {
		ObjectNode request = request();
		ArrayNode entries = request.putArray("Entries");
		for (int i = 0; i < records.size(); i++) {
			ObjectNode entry = entries.addObject().put("Id", Integer.toString(i));
			entry.put("ReceiptHandle", records.get(i).path("receiptHandle").asText());
			more.accept(entry);
		}
		return request;
	}

	/**
	 * Receives nothing more, and gives the event a while that is being handled.
	 */
	@Override
	public void close() {
		this.poller.close();
	}

}
