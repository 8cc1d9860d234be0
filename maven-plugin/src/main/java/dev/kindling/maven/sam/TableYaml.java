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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table in a template, and what a function may do with it.
 */
final class TableYaml {

	private static final String STATEMENT = """
			        - Statement:
			            - Effect: Allow
			              Action:
			                - dynamodb:GetItem
			                - dynamodb:PutItem
			                - dynamodb:UpdateItem
			                - dynamodb:DeleteItem
			                - dynamodb:Query
			              Resource: !GetAtt %sTable.Arn
			""";

	/**
	 * Nothing but reading is possible with an index.
	 */
	private static final String INDEX_STATEMENT = "            - Effect: Allow\n              Action: dynamodb:Query\n"
			+ "              Resource: !Sub \"${%sTable.Arn}/index/*\"\n";

	private static final String TABLE = """
			  %sTable:
			    Type: AWS::DynamoDB::Table
			    DeletionPolicy: Retain
			    UpdateReplacePolicy: Retain
			    Properties:
			      BillingMode: PAY_PER_REQUEST
			      AttributeDefinitions:
			""";

	private static final String PROTECTION = """
			      PointInTimeRecoverySpecification:
			        PointInTimeRecoveryEnabled: true
			      SSESpecification:
			        SSEEnabled: true

			""";

	private TableYaml() {
	}

	static String statement(EntityTable table) {
		String id = YamlText.logicalId(table.entity());
		return STATEMENT.formatted(id) + (table.indexes().isEmpty() ? "" : INDEX_STATEMENT.formatted(id));
	}

	static String resource(EntityTable table) {
		StringBuilder yaml = new StringBuilder(TABLE.formatted(YamlText.logicalId(table.entity())));
		table.keyAttributes().forEach((attribute, type) -> {
			yaml.append("        - AttributeName: ").append(YamlText.quoted(attribute)).append('\n');
			yaml.append("          AttributeType: ").append(type).append('\n');
		});
		addSchema(yaml, "      ", table.partitionKey(), table.sortKey());
		addIndexes(yaml, "GlobalSecondaryIndexes", table,
				table.indexes().stream().filter((index) -> !index.isLocal()).toList());
		addIndexes(yaml, "LocalSecondaryIndexes", table,
				table.indexes().stream().filter(EntityTable.Index::isLocal).toList());
		return yaml.append(PROTECTION).toString();
	}

	private static void addIndexes(StringBuilder yaml, String kind, EntityTable table,
			List<EntityTable.Index> indexes) {
		if (indexes.isEmpty()) {
			return;
		}
		yaml.append("      ").append(kind).append(":\n");
		for (EntityTable.Index index : indexes) {
			yaml.append("        - IndexName: ").append(YamlText.quoted(index.name())).append('\n');
			addSchema(yaml, "          ", table.partitionKeyOf(index), index.sortKey());
			yaml.append("          Projection:\n            ProjectionType: ALL\n");
		}
	}

	private static void addSchema(StringBuilder yaml, String indent, EntityTable.Key partition,
			EntityTable.@Nullable Key sort) {
		yaml.append(indent).append("KeySchema:\n");
		addKey(yaml, indent, partition, "HASH");
		if (sort != null) {
			addKey(yaml, indent, sort, "RANGE");
		}
	}

	private static void addKey(StringBuilder yaml, String indent, EntityTable.Key key, String role) {
		yaml.append(indent).append("  - AttributeName: ").append(YamlText.quoted(key.attribute())).append('\n');
		yaml.append(indent).append("    KeyType: ").append(role).append('\n');
	}

}
