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

import java.util.regex.Pattern;

import dev.kindling.maven.inventory.FoundFunction;
import dev.kindling.maven.inventory.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * A function in a template.
 *
 * @param id its logical id
 * @param found what was found
 * @param source what calls it
 * @param chosen whether that is configured, rather than read from its types
 * @param table the table whose stream calls it, if one does and it is known
 */
record TemplateFunction(String id, FoundFunction found, EventSource source, boolean chosen,
		@Nullable TableShape table) {

	/**
	 * The handler, in which Lambda takes no blanks, as a composition may have.
	 */
	String handler() {
		return this.found.name().replaceAll("\\s*\\|\\s*", "|");
	}

	/**
	 * Says what calls the function, and what is left to do.
	 */
	String describe() {
		return this.found.name() + ": " + connection() + left();
	}

	private String connection() {
		return type() + switch (this.source) {
			case URL -> "has a function URL";
			case HTTP_API -> "has an HTTP API";
			case SQS -> "has a queue with a dead-letter queue";
			case SNS -> "has a topic, and a queue for what fails";
			case KINESIS -> "has a stream, and a queue for what fails";
			case DYNAMODB -> "gets the changes of a table, and has a queue for what fails";
			case S3 -> "has a bucket, and a queue for what fails";
			case EVENTBRIDGE -> "has a rule, and a queue for what fails";
			case SCHEDULE -> "has a schedule, and a queue for what fails";
			case NONE -> "and nothing calls it yet";
		};
	}

	/**
	 * What tells the kind of event: mostly what the function takes.
	 */
	private String type() {
		String type = this.found.eventType();
		if (this.chosen || type == null) {
			return "";
		}
		boolean answers = this.found.output() != null
				&& this.found.output().matches(".*\\b" + Pattern.quote(type) + "\\b.*")
				&& !this.found.output().equals(this.found.input());
		return (answers ? "answers " : "takes ") + type + ", ";
	}

	private String left() {
		return switch (this.source) {
			case URL -> isGuess() ? ". Its types don't tell what calls it: for a queue, -Dkindling.events="
					+ this.found.name() + ":sqs" : "";
			case DYNAMODB -> (this.table == null)
					? ". Which table isn't known: " + this.id + "StreamArn is to be given " + "when it is deployed"
					: ", " + this.table.first().simpleName();
			case EVENTBRIDGE -> ". " + this.id + "Source is to be given when it is deployed";
			case SCHEDULE -> ". " + this.id + "Schedule is to be given when it is deployed";
			case NONE ->
				": add an event source to the template, or give one by -Dkindling.events=" + this.found.name() + ":...";
			default -> "";
		};
	}

	/**
	 * Whether something else may call the function as well as what is written.
	 */
	boolean isGuess() {
		return !this.chosen && this.found.event().equals("any") && !this.found.kind().equals("router");
	}

	/**
	 * Whether a batch's failed items come again by themselves.
	 */
	boolean reportsItemFailures() {
		return this.found.reportsItemFailures();
	}

}
