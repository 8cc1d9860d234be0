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

package dev.kindling.local.invoke;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.server.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a function's answer to a batch says of its records.
 *
 * @param failed the identifiers of the records that failed
 * @param reason why, for people; {@code null} if none has failed
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Handling
 * errors for an SQS event source</a>
 */
public record BatchAnswer(Set<String> failed, @Nullable String reason) {

	/**
	 * Copies the identifiers.
	 */
	public BatchAnswer {
		failed = Set.copyOf(failed);
	}

	/**
	 * Reads an answer as Lambda does: an error, a report that is none, or one that names
	 * a record that wasn't in the batch, fails all.
	 * @param result the function's
	 * @param reportsItemFailures whether the mapping has {@code ReportBatchItemFailures}
	 * @param batch the identifiers of the batch's records
	 * @return what has failed
	 */
	public static BatchAnswer of(InvokeResult result, boolean reportsItemFailures, Collection<String> batch) {
		if (result.isError()) {
			return all(batch, result.errorType() + ": " + result.errorMessage());
		}
		if (!reportsItemFailures) {
			return new BatchAnswer(Set.of(), null);
		}
		try {
			return report(Json.MAPPER.readTree(result.payload()), batch);
		}
		catch (JsonProcessingException ex) {
			return all(batch, "The answer is no JSON");
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static BatchAnswer report(JsonNode answer, Collection<String> batch) {
		JsonNode failures = answer.path("batchItemFailures");
		if (answer.isMissingNode() || answer.isNull() || failures.isNull()
				|| (answer.isObject() && failures.isMissingNode())) {
			return new BatchAnswer(Set.of(), null);
		}
		if (!failures.isArray()) {
			return all(batch, "The answer is no report of failed items: it has no list batchItemFailures");
		}
		Set<String> failed = new LinkedHashSet<>();
		for (JsonNode failure : failures) {
			String id = failure.path("itemIdentifier").asText("");
			if (!batch.contains(id)) {
				return all(batch,
						"The answer's batchItemFailures has an itemIdentifier that is none of the batch: '" + id + "'");
			}
			failed.add(id);
		}
		return new BatchAnswer(failed, failed.isEmpty() ? null : "The function's answer names it as failed");
	}

	private static BatchAnswer all(Collection<String> batch, String reason) {
		return new BatchAnswer(Set.copyOf(List.copyOf(batch)), reason);
	}

}
