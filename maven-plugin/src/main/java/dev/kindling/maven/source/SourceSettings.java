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

package dev.kindling.maven.source;

import java.time.Duration;
import java.util.Map;

import dev.kindling.maven.sam.EventSource;
import org.jspecify.annotations.Nullable;

/**
 * How events come to functions under {@code kindling:run}.
 *
 * @param chosen what calls a function, by its name, where its types don't tell
 * @param queues whether there is an SQS endpoint
 * @param sqsPort its port; {@code 0} for a free one
 * @param batchSize how many messages or records an event has at most
 * @param maxReceiveCount how often a message is received before it is a dead letter
 * @param visibilityTimeout how long after it has been received a message that failed is
 * visible again; {@code null} for six times as long as an invocation may take, as AWS
 * recommends
 * @param timeout of an invocation
 * @param region what events name
 * @param handler what the only function finds in {@code _HANDLER}
 */
public record SourceSettings(Map<String, EventSource> chosen, boolean queues, int sqsPort, int batchSize,
		int maxReceiveCount, @Nullable Duration visibilityTimeout, Duration timeout, String region, String handler) {

}
