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

import dev.kindling.maven.inventory.EntityTable;
import dev.kindling.maven.inventory.TableShape;

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
			              Resource: %s
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
			""";

	private static final String PROTECTION = """
			      PointInTimeRecoverySpecification:
			        PointInTimeRecoveryEnabled: true
			      SSESpecification:
			        SSEEnabled: true

			""";

	private static final String STREAM = """
			      StreamSpecification:
			        StreamViewType: NEW_AND_OLD_IMAGES
			""";

	private static final String NO_TIME_TO_LIVE = """
			      # TimeToLiveSpecification: no item expires, unless the application's property
			      # %s names the attribute with the second at which one does
			""";

	private static final String UNKNOWN = """
			  # The table of %1$s isn't here, as a bean makes its schema, so that its keys aren't known:
			  # the parameter %2$sTableName names it.

			""";

	private static final String UNKNOWN_PARAMETER = """
			  %1$sTableName:
			    Description: Name of the table of %2$s
			    Type: String
			""";

	private TableYaml() {
	}

	/**
	 * The start of its logical ids. Without a variable there is another entity of the
	 * same simple name.
	 */
	static String id(TableShape table) {
		return YamlText.logicalId(table.variables().isEmpty() ? table.first().entity() : table.first().simpleName());
	}

	/**
	 * What a variable that names the table gets.
	 */
	static String reference(TableShape table) {
		return "!Ref " + id(table) + (table.isKnown() ? "Table" : "TableName");
	}

	static String parameters(TableShape table) {
		return table.isKnown() ? "" : UNKNOWN_PARAMETER.formatted(id(table), table.first().entity());
	}

	static String statement(TableShape table) {
		String id = id(table);
		if (!table.isKnown()) {
			return STATEMENT.formatted("\n                - !Sub \"arn:${AWS::Partition}:dynamodb:${AWS::Region}:"
					+ "${AWS::AccountId}:table/${" + id
					+ "TableName}\"\n                - !Sub \"arn:${AWS::Partition}:"
					+ "dynamodb:${AWS::Region}:${AWS::AccountId}:table/${" + id + "TableName}/index/*\"");
		}
		return STATEMENT.formatted("!GetAtt " + id + "Table.Arn")
				+ (table.indexes().isEmpty() ? "" : INDEX_STATEMENT.formatted(id));
	}

	static String resource(TableShape table, boolean streams) {
		if (!table.isKnown()) {
			return UNKNOWN.formatted(table.first().entity(), id(table));
		}
		StringBuilder yaml = new StringBuilder(TABLE.formatted(id(table)));
		String name = table.first().name();
		if (table.variables().isEmpty() && name != null) {
			yaml.append("      TableName: ").append(YamlText.quoted(name)).append('\n');
		}
		yaml.append("      BillingMode: PAY_PER_REQUEST\n      AttributeDefinitions:\n");
		table.keyAttributes().forEach((attribute, type) -> {
			yaml.append("        - AttributeName: ").append(YamlText.quoted(attribute)).append('\n');
			yaml.append("          AttributeType: ").append(type).append('\n');
		});
		addSchema(yaml, "      ", table.first().partitionKeys(), table.first().sortKeys());
		addIndexes(yaml, "GlobalSecondaryIndexes",
				table.indexes().stream().filter((index) -> !index.isLocal()).toList());
		addIndexes(yaml, "LocalSecondaryIndexes", table.indexes().stream().filter(EntityTable.Index::isLocal).toList());
		addTimeToLive(yaml, table);
		return yaml.append(streams ? STREAM : "").append(PROTECTION).toString();
	}

	private static void addTimeToLive(StringBuilder yaml, TableShape table) {
		String attribute = table.timeToLive();
		if (attribute == null) {
			yaml.append(NO_TIME_TO_LIVE.formatted(table.first().property().replaceAll("\\.name$", ".time-to-live")));
			return;
		}
		yaml.append("      TimeToLiveSpecification:\n        AttributeName: ").append(YamlText.quoted(attribute));
		yaml.append("\n        Enabled: true\n");
	}

	private static void addIndexes(StringBuilder yaml, String kind, List<EntityTable.Index> indexes) {
		if (indexes.isEmpty()) {
			return;
		}
		yaml.append("      ").append(kind).append(":\n");
		for (EntityTable.Index index : indexes) {
			yaml.append("        - IndexName: ").append(YamlText.quoted(index.name())).append('\n');
			addSchema(yaml, "          ", index.partitionKeys(), index.sortKeys());
			yaml.append("          Projection:\n            ProjectionType: ALL\n");
		}
	}

	private static void addSchema(StringBuilder yaml, String indent, List<EntityTable.Key> partition,
			List<EntityTable.Key> sort) {
		yaml.append(indent).append("KeySchema:\n");
		partition.forEach((key) -> addKey(yaml, indent, key, "HASH"));
		sort.forEach((key) -> addKey(yaml, indent, key, "RANGE"));
	}

	private static void addKey(StringBuilder yaml, String indent, EntityTable.Key key, String role) {
		yaml.append(indent).append("  - AttributeName: ").append(YamlText.quoted(key.name())).append('\n');
		yaml.append(indent).append("    KeyType: ").append(role).append('\n');
	}

}
