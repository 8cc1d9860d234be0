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

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A function that a class declares or is.
 *
 * @param name the bean's name
 * @param signature its generic type as the class file has it; {@code null} if it has none
 */
public record FoundFunction(String name, @Nullable String signature) {

	private static final String EVENTS = "com/amazonaws/services/lambda/runtime/events/";

	private static final Pattern CLASS = Pattern.compile("L([^;<>]+)");

	private static final Set<String> BY_HTTP = Set.of("APIGatewayV2HTTPEvent", "APIGatewayProxyRequestEvent",
			"APIGatewayV2WebSocketEvent");

	/**
	 * What calls the function, as far as its type tells.
	 */
	Source source() {
		String event = event();
		if (event == null || BY_HTTP.contains(event)) {
			return Source.HTTP;
		}
		return event.startsWith("SQSEvent") ? Source.QUEUE : Source.OTHER;
	}

	/**
	 * The class of AWS for the event that the function takes.
	 * @return its simple name, or {@code null} if it takes something else
	 */
	@Nullable String event() {
		if (this.signature == null) {
			return null;
		}
		int arguments = this.signature.indexOf('<');
		Matcher matcher = CLASS.matcher(this.signature);
		int depth = arguments;
		while (depth >= 0 && matcher.find(depth)) {
			String type = matcher.group(1);
			if (type.startsWith(EVENTS)) {
				return type.substring(EVENTS.length()).replace('$', '.');
			}
			// what is in a list of records is what counts
			if (!type.startsWith("java/util/") && !type.startsWith("org/springframework/messaging/")) {
				return null;
			}
			depth = matcher.end();
		}
		return null;
	}

	/**
	 * Whether failed records may be reported one by one: what the function returns
	 * otherwise isn't what Lambda understands.
	 */
	boolean reportsItemFailures() {
		String event = event();
		return event != null && this.signature != null
				&& (!event.equals("SQSEvent") || this.signature.contains("java/util/function/Consumer<")
						|| this.signature.contains("SQSBatchResponse"));
	}

	/**
	 * Where events come from.
	 */
	enum Source {

		/**
		 * Whoever knows the URL, or nobody knows.
		 */
		HTTP,

		/**
		 * A queue of SQS.
		 */
		QUEUE,

		/**
		 * Another service.
		 */
		OTHER

	}

}
