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

package dev.kindling.it.events;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kindling.function.FunctionMessageHeaders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Functions that services of AWS ask for an answer.
 */
@Configuration(proxyBeanMethods = false)
class ServicesConfiguration {

	@Bean
	Function<KinesisFirehoseEvent.Record, String> firehoseRecord() {
		return KinesisFirehoseEvent.Record::getRecordId;
	}

	@Bean
	Function<Message<byte[]>, Message<byte[]>> partition() {
		return (message) -> MessageBuilder.withPayload(message.getPayload())
			.setHeader(FunctionMessageHeaders.PARTITION_KEYS, Map.of("country", "de"))
			.build();
	}

	@Bean
	Consumer<LogLine> logLine() {
		return (line) -> {
			if (!"line".equals(line.message()) || line.timestamp() != 1) {
				throw new IllegalStateException("Not what the log says");
			}
		};
	}

	@Bean
	Function<Task, String> task() {
		return (task) -> {
			if (!task.s3Key().endsWith(".txt")) {
				throw new IllegalStateException("no text");
			}
			return "read " + task.s3Key();
		};
	}

	@Bean
	Function<List<Coins>, List<String>> textsOfCoins() {
		return (list) -> list.stream().map((coins) -> coins.cents() + " ct").toList();
	}

	@Bean
	Function<Message<Coins>, String> field() {
		return (message) -> message.getHeaders().get("fieldName") + " " + message.getPayload().cents();
	}

	@Bean
	Function<Trigger, Trigger> trigger() {
		return (event) -> new Trigger(event.triggerSource(), event.request(), new Confirmation(true));
	}

	@Bean
	Consumer<Trigger> triggered() {
		return (event) -> {
			if (!event.request().containsKey("userAttributes")) {
				throw new IllegalStateException("Not what the event says");
			}
		};
	}

	@Bean
	Function<Resource, Made> resource() {
		return (resource) -> new Made(resource.request() + " " + resource.properties().get("Table"));
	}

	@Bean
	Function<CloudFormationCustomResourceEvent, String> resourceOfAws() {
		return (event) -> event.getRequestType() + " " + event.getResponseUrl();
	}

	@Bean
	Function<Integer, Integer> twice() {
		return (number) -> 2 * number;
	}

	@Bean
	Function<Boolean, Boolean> not() {
		return (value) -> !value;
	}

	record LogLine(String id, long timestamp, String message) {
	}

	record Task(String taskId, String s3Key, String s3BucketArn) {
	}

	record Coins(int cents) {
	}

	record Trigger(String triggerSource, Map<String, Object> request, Confirmation response) {
	}

	record Confirmation(boolean autoConfirmUser) {
	}

	record Resource(@JsonProperty("RequestType") String request,
			@JsonProperty("ResourceProperties") Map<String, String> properties) {
	}

	record Made(@JsonProperty("PhysicalResourceId") String id) {
	}

}
