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
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import org.jspecify.annotations.Nullable;

/**
 * The invocations that there were: of the last ten thousand the REPORT values, of the
 * last some hundred all. A load test mustn't fill the memory of who watches it.
 */
final class History {

	static final int MAX_INVOCATIONS = 10_000;

	static final int MAX_CONTENTS = 500;

	private static final int MAX_FAILURES = 100;

	private static final int MAX_CHARACTERS = 32 * 1024 * 1024;

	private static final int MAX_LINES = 2000;

	private final Secrets secrets;

	private final Deque<HandledInvocation> invocations = new ArrayDeque<>();

	private final Map<Long, HandledInvocation.Content> contents = new LinkedHashMap<>();

	private final Map<String, Long> numbers = new HashMap<>();

	private final Deque<JsonNode> failures = new ArrayDeque<>();

	private long count;

	private long characters;

	History(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Remembers an invocation, once.
	 * @return its line in the list; {@code null} if it is known already
	 */
	@Nullable ArrayNode add(String function, Instant began, byte[] event, InvokeResult result, List<FailedRecord> failed) {
		HandledInvocation.Content content = content(event, result, failed);
		synchronized (this) {
			if (this.numbers.containsKey(result.requestId())) {
				return null;
			}
			HandledInvocation invocation = HandledInvocation.of(++this.count, function, began, result, failed.size());
			this.invocations.addLast(invocation);
			this.numbers.put(result.requestId(), invocation.number());
			this.contents.put(invocation.number(), content);
			this.characters += content.size();
			failures(result.requestId()).forEach(this.failures::addLast);
			forgetOldest();
			return invocation.row();
		}
	}

	private HandledInvocation.Content content(byte[] event, InvokeResult result, List<FailedRecord> failed) {
		List<String> log = new ArrayList<>();
		for (String line : result.logs()) {
			if (log.size() == MAX_LINES) {
				log.add("… and " + (result.logs().size() - MAX_LINES) + " more lines");
				break;
			}
			log.add(this.secrets.hide(line));
		}
		List<HandledInvocation.Failed> records = failed.stream()
			.map((each) -> new HandledInvocation.Failed(each.id(),
					(each.reason() != null) ? this.secrets.hide(each.reason()) : null,
					(each.content() != null) ? this.secrets.hide(ShownJson.of(each.content())) : null))
			.toList();
		return new HandledInvocation.Content(ShownJson.of(event, this.secrets),
				ShownJson.of(result.payload(), this.secrets), log, records);
	}

	private void forgetOldest() {
		while (this.failures.size() > MAX_FAILURES) {
			this.failures.removeFirst();
		}
		while (this.invocations.size() > MAX_INVOCATIONS) {
			this.numbers.remove(this.invocations.removeFirst().report().requestId());
		}
		while (this.contents.size() > MAX_CONTENTS || (this.characters > MAX_CHARACTERS && this.contents.size() > 1)) {
			Long oldest = this.contents.keySet().iterator().next();
			this.characters -= this.contents.remove(oldest).size();
		}
	}

	/**
	 * The records of an invocation that failed.
	 * @param requestId whose
	 * @return objects with its number, and each record's id, reason and content
	 */
	synchronized ArrayNode failures(String requestId) {
		ArrayNode found = Json.MAPPER.createArrayNode();
		Long number = this.numbers.get(requestId);
		HandledInvocation.Content content = (number != null) ? this.contents.get(number) : null;
		if (content != null) {
			for (HandledInvocation.Failed failed : content.failed()) {
				ObjectNode failure = Json.MAPPER.valueToTree(failed);
				found.add(failure.put("number", number));
			}
		}
		return found;
	}

	synchronized ArrayNode failures() {
		return Json.MAPPER.createArrayNode().addAll(this.failures);
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
	synchronized @Nullable ObjectNode find(long number) {
		HandledInvocation.Content content = this.contents.get(number);
		if (content == null) {
			return null;
		}
		for (HandledInvocation invocation : this.invocations) {
			if (invocation.number() == number) {
				return invocation.json(content);
			}
		}
		return null;
	}

	synchronized @Nullable ObjectNode find(String requestId) {
		Long number = this.numbers.get(requestId);
		return (number != null) ? find(number) : null;
	}

}
