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

package dev.kindling.maven.sam;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.kindling.maven.inventory.FoundFunction;
import org.jspecify.annotations.Nullable;

/**
 * What calls a function: the service that a template connects with it.
 */
public enum EventSource {

	/** Whoever may, at the function's own URL. */
	URL("url"),

	/** An HTTP API. */
	HTTP_API("http-api"),

	/** A queue of SQS. */
	SQS("sqs"),

	/** A topic of SNS. */
	SNS("sns"),

	/** A stream of Kinesis. */
	KINESIS("kinesis"),

	/** The stream of a DynamoDB table. */
	DYNAMODB("dynamodb"),

	/** A bucket of S3. */
	S3("s3"),

	/** A rule of an EventBridge bus. */
	EVENTBRIDGE("eventbridge"),

	/** A schedule. */
	SCHEDULE("schedule"),

	/** Nothing that the template has. */
	NONE("none");

	private final String word;

	EventSource(String word) {
		this.word = word;
	}

	/**
	 * What the plugin's parameter calls it.
	 * @return the word
	 */
	public String word() {
		return this.word;
	}

	/**
	 * Whether events come without anyone who waits for the answer, so that a failure is
	 * lost unless it goes to a queue.
	 */
	boolean isAsynchronous() {
		return this == SNS || this == S3 || this == EVENTBRIDGE || this == SCHEDULE;
	}

	/**
	 * Whether it sends events of its own form, which are called as in the inventory.
	 * @return {@code false} for HTTP, and where nothing is known
	 */
	public boolean isService() {
		return this != URL && this != HTTP_API && this != NONE;
	}

	/**
	 * What a function's types say.
	 * @param function the function
	 * @return what calls it
	 */
	public static EventSource of(FoundFunction function) {
		return switch (function.event()) {
			case "any", "http" -> URL;
			case "rest" -> HTTP_API;
			default -> find(function.event());
		};
	}

	/**
	 * A service that the template knows, or {@link #NONE}.
	 */
	private static EventSource find(String word) {
		EventSource source = named(word);
		return (source != null) ? source : NONE;
	}

	private static @Nullable EventSource named(String word) {
		return Arrays.stream(values()).filter((source) -> source.word.equals(word)).findFirst().orElse(null);
	}

	/**
	 * Reads what is configured.
	 * @param choices {@code function:source} each
	 * @return the sources, by the functions' names
	 * @throws IllegalArgumentException if one is something else
	 */
	public static Map<String, EventSource> parse(List<String> choices) {
		Map<String, EventSource> sources = new LinkedHashMap<>();
		for (String choice : choices) {
			int colon = choice.lastIndexOf(':');
			EventSource source = (colon > 0) ? named(choice.substring(colon + 1).trim()) : null;
			if (source == null) {
				throw new IllegalArgumentException("'" + choice.trim() + "' is no function and its event source. Write "
						+ "the function bean's name, a colon, and one of "
						+ Arrays.stream(values()).map(EventSource::word).collect(Collectors.joining(", ")) + ".");
			}
			sources.put(choice.substring(0, colon).trim(), source);
		}
		return sources;
	}

}
