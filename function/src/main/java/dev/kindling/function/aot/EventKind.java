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

package dev.kindling.function.aot;

/**
 * Where the events of a function come from, in the words of the inventory.
 */
public enum EventKind {

	/** From anywhere: the function's types don't tell. */
	ANY("any"),

	/** A function URL, or an HTTP API with payload format 2.0. */
	HTTP("http"),

	/** A REST API, or an HTTP API with payload format 1.0. */
	REST("rest"),

	/** A WebSocket API. */
	WEBSOCKET("websocket"),

	/** An Application Load Balancer. */
	LOAD_BALANCER("load-balancer"),

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

	/** A schedule of EventBridge. */
	SCHEDULE("schedule"),

	/** Another service; the class of its event says which. */
	OTHER("other");

	private final String word;

	EventKind(String word) {
		this.word = word;
	}

	/**
	 * What the inventory calls it.
	 * @return the word
	 */
	public String word() {
		return this.word;
	}

}
