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

package dev.kindling.local.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.server.Json;

/**
 * The stream of a table, with a checkpoint in each of its shards.
 */
final class TableStream {

	private final EmbeddedDynamoDb database;

	private final String arn;

	private final StartingPosition start;

	private final Map<String, String> iterators = new HashMap<>();

	private final Set<String> finished = new HashSet<>();

	private boolean looked;

	private TableStream(EmbeddedDynamoDb database, String arn, StartingPosition start) {
		this.database = database;
		this.arn = arn;
		this.start = start;
	}

	/**
	 * Finds the stream of a table, or gives it one.
	 */
	static TableStream of(EmbeddedDynamoDb database, String table, StartingPosition start) {
		String question = Json.MAPPER.createObjectNode().put("TableName", table).toString();
		JsonNode description = database.call("DescribeTable", question).path("Table");
		if (!description.path("StreamSpecification").path("StreamEnabled").asBoolean()) {
			ObjectNode request = Json.MAPPER.createObjectNode().put("TableName", table);
			request.putObject("StreamSpecification")
				.put("StreamEnabled", true)
				.put("StreamViewType", "NEW_AND_OLD_IMAGES");
			database.call("UpdateTable", request.toString());
			description = database.call("DescribeTable", question).path("Table");
		}
		TableStream stream = new TableStream(database, description.path("LatestStreamArn").asText(), start);
		// What comes after this moment is after LATEST
		stream.openShards();
		return stream;
	}

	String arn() {
		return this.arn;
	}

	/**
	 * The shards to read now. A child comes after its parent.
	 */
	List<String> openShards() {
		Map<String, String> parents = new HashMap<>();
		List<String> all = new ArrayList<>();
		String last = null;
		do {
			ObjectNode request = Json.MAPPER.createObjectNode().put("StreamArn", this.arn);
			if (last != null) {
				request.put("ExclusiveStartShardId", last);
			}
			JsonNode description = this.database.callStreams("DescribeStream", request.toString())
				.path("StreamDescription");
			for (JsonNode shard : description.path("Shards")) {
				all.add(shard.path("ShardId").asText());
				parents.put(shard.path("ShardId").asText(), shard.path("ParentShardId").asText());
			}
			last = description.path("LastEvaluatedShardId").asText(null);
		}
		while (last != null);
		List<String> open = new ArrayList<>();
		for (String shard : all) {
			String parent = parents.get(shard);
			if (!this.finished.contains(shard) && (this.finished.contains(parent) || !all.contains(parent))) {
				this.iterators.computeIfAbsent(shard, this::iterator);
				open.add(shard);
			}
		}
		this.looked = true;
		return open;
	}

	/**
	 * A shard that comes later has nothing that was there at the start.
	 */
	private String iterator(String shard) {
		ObjectNode request = Json.MAPPER.createObjectNode().put("StreamArn", this.arn).put("ShardId", shard);
		request.put("ShardIteratorType", (this.looked ? StartingPosition.TRIM_HORIZON : this.start).name());
		return this.database.callStreams("GetShardIterator", request.toString()).path("ShardIterator").asText();
	}

	/**
	 * Reads on in a shard. The checkpoint moves: whoever can't handle the records keeps
	 * them.
	 * @return the records; none if there are no new ones
	 */
	List<ObjectNode> read(String shard, int limit, String region) {
		ObjectNode request = Json.MAPPER.createObjectNode()
			.put("ShardIterator", this.iterators.get(shard))
			.put("Limit", limit);
		JsonNode answer = this.database.callStreams("GetRecords", request.toString());
		String next = answer.path("NextShardIterator").asText("");
		if (next.isEmpty()) {
			this.finished.add(shard);
			this.iterators.remove(shard);
		}
		else {
			this.iterators.put(shard, next);
		}
		List<ObjectNode> records = new ArrayList<>();
		answer.path("Records").forEach((record) -> records.add(event(record, region)));
		return records;
	}

	private ObjectNode event(JsonNode record, String region) {
		ObjectNode event = record.deepCopy();
		event.put("eventSource", "aws:dynamodb");
		event.put("awsRegion", region);
		event.put("eventSourceARN", this.arn);
		JsonNode change = event.path("dynamodb");
		if (change.path("ApproximateCreationDateTime").isNumber()) {
			((ObjectNode) change).put("ApproximateCreationDateTime",
					change.path("ApproximateCreationDateTime").asLong());
		}
		return event;
	}

}
