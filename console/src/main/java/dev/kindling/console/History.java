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

package dev.kindling.console;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * The invocations that there were: of the last ten thousand the REPORT values, of the
 * last some hundred all. A load test mustn't fill the memory of who watches it.
 */
final class History {

	static final int MAX_INVOCATIONS = 10_000;

	static final int MAX_CONTENTS = 500;

	private static final long MAX_BYTES = 64L * 1024 * 1024;

	private final Secrets secrets;

	private final Deque<HandledInvocation> invocations = new ArrayDeque<>();

	private final Map<Long, InvocationContent> contents = new LinkedHashMap<>();

	private final Map<String, Long> numbers = new HashMap<>();

	private long count;

	private long bytes;

	History(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Remembers an invocation, once.
	 * @return its line in the list; {@code null} if it is known already
	 */
	synchronized @Nullable ArrayNode add(String function, Instant began, byte[] event, InvokeResult result,
			List<FailedRecords.Found> failed) {
		if (this.numbers.containsKey(result.requestId())) {
			return null;
		}
		HandledInvocation invocation = HandledInvocation.of(++this.count, function, began, result, failed.size());
		InvocationContent content = new InvocationContent(invocation.number(), event, result, failed);
		this.invocations.addLast(invocation);
		this.numbers.put(result.requestId(), invocation.number());
		this.contents.put(invocation.number(), content);
		this.bytes += content.size();
		forgetOldest();
		return invocation.row();
	}

	private void forgetOldest() {
		while (this.invocations.size() > MAX_INVOCATIONS) {
			this.numbers.remove(this.invocations.removeFirst().report().requestId());
		}
		while (this.contents.size() > MAX_CONTENTS || (this.bytes > MAX_BYTES && this.contents.size() > 1)) {
			Long oldest = this.contents.keySet().iterator().next();
			this.bytes -= this.contents.remove(oldest).size();
		}
	}

	/**
	 * The lines of the list, the newest last.
	 */
	synchronized ArrayNode rows() {
		ArrayNode rows = Json.MAPPER.createArrayNode();
		this.invocations.forEach((invocation) -> rows.add(invocation.row()));
		return rows;
	}

	/**
	 * Finds an invocation.
	 * @param number its number
	 * @return all of it; {@code null} if it is too long ago
	 */
	@Nullable ObjectNode find(long number) {
		InvocationContent content;
		ArrayNode row;
		synchronized (this) {
			content = this.contents.get(number);
			row = (content != null) ? row(number) : null;
		}
		return (content != null && row != null) ? content.json(row, this.secrets) : null;
	}

	private @Nullable ArrayNode row(long number) {
		// they are numbered without a gap
		long first = this.count - this.invocations.size() + 1;
		return this.invocations.stream().skip(number - first).findFirst().map(HandledInvocation::row).orElse(null);
	}

	@Nullable ObjectNode find(String requestId) {
		Long number;
		synchronized (this) {
			number = this.numbers.get(requestId);
		}
		return (number != null) ? find(number) : null;
	}

}
