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

import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.function.FunctionMessageHeaders;
import dev.kindling.function.InvalidPayloadException;
import dev.kindling.function.call.BoundFunction;
import dev.kindling.function.call.Messages;
import dev.kindling.function.payload.EventTrees;
import dev.kindling.function.payload.LambdaEvents;
import dev.kindling.function.payload.ResultWriter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Answers services that want to know of each record what became of it: Firehose and
 * Kinesis Data Analytics, and S3 Batch Operations.
 */
final class RecordAnswers {

	private static final Log logger = LogFactory.getLog(RecordAnswers.class);

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final ResultWriter output;

	private final boolean returns;

	private final EventTrees trees;

	/**
	 * Creates the answers.
	 * @param output writes results
	 * @param returns whether the function returns something
	 * @param trees reads results that are answers themselves
	 */
	RecordAnswers(ResultWriter output, boolean returns, EventTrees trees) {
		this.output = output;
		this.returns = returns;
		this.trees = trees;
	}

	byte[] answer(BatchSource source, JsonNode event, List<BatchRecord> records, RecordCall call) {
		ObjectNode answer = JSON.objectNode();
		boolean tasks = source == BatchSource.S3_BATCH;
		if (tasks) {
			answer.set("invocationSchemaVersion", event.path("invocationSchemaVersion"));
			answer.put("treatMissingKeysAs", "PermanentFailure");
			answer.set("invocationId", event.path("invocationId"));
		}
		ArrayNode results = answer.putArray(tasks ? "results" : "records");
		for (BatchRecord item : records) {
			results.add(tasks ? task(item, call) : transformed(item, call));
		}
		return AnswerJson.bytes(answer);
	}

	private JsonNode transformed(BatchRecord item, RecordCall call) {
		String field = item.dataField();
		ObjectNode answer = JSON.objectNode().put("recordId", item.id());
		try {
			Object result = call.call(item);
			if (isAnswer(result)) {
				return this.trees.read(this.output.write(result));
			}
			if (item.isDelivery()) {
				return answer.put("result", "Ok");
			}
			if (result == null && this.returns) {
				return answer.put("result", "Dropped").set(field, item.node().path(field));
			}
			answer.put("result", "Ok");
			if (result == null) {
				return answer.set(field, item.node().path(field));
			}
			answer.put(field, Base64.getEncoder().encodeToString(ResultJson.data(result, this.output)));
			addPartitionKeys(answer, result);
			return answer;
		}
		catch (Throwable ex) {
			failed(item, ex);
			if (item.isDelivery()) {
				return answer.put("result", "DeliveryFailed");
			}
			return answer.put("result", "ProcessingFailed").set(field, item.node().path(field));
		}
	}

	/**
	 * Keys for dynamic partitioning.
	 */
	private static void addPartitionKeys(ObjectNode answer, Object result) {
		if (BoundFunction.MESSAGING && Messages.isInstance(result)
				&& Messages.header(result, FunctionMessageHeaders.PARTITION_KEYS) instanceof Map<?, ?> keys) {
			ObjectNode target = answer.putObject("metadata").putObject("partitionKeys");
			keys.forEach((name, value) -> target.put(String.valueOf(name), String.valueOf(value)));
		}
	}

	private JsonNode task(BatchRecord item, RecordCall call) {
		ObjectNode answer = JSON.objectNode().put("taskId", item.id());
		try {
			Object result = call.call(item);
			if (isAnswer(result)) {
				return this.trees.read(this.output.write(result));
			}
			String text = (result != null)
					? new String(ResultJson.data(result, this.output), java.nio.charset.StandardCharsets.UTF_8) : "";
			return answer.put("resultCode", "Succeeded").put("resultString", text);
		}
		catch (Throwable ex) {
			failed(item, ex);
			String code = (ex instanceof InvalidPayloadException) ? "PermanentFailure" : "TemporaryFailure";
			return answer.put("resultCode", code).put("resultString", ex.getClass().getName());
		}
	}

	/**
	 * Whether the function answers in AWS's own form.
	 */
	private static boolean isAnswer(@Nullable Object result) {
		return result != null && LambdaEvents.isEvent(result.getClass());
	}

	private static void failed(BatchRecord item, Throwable failure) {
		if (failure instanceof VirtualMachineError error) {
			throw error;
		}
		logger.warn("A record of " + item.source() + " failed", failure);
	}

	/**
	 * Calls the function for a record.
	 */
	@FunctionalInterface
	interface RecordCall {

		@Nullable Object call(BatchRecord item) throws Throwable;

	}

}
