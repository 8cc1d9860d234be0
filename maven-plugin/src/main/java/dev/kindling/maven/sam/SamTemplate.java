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

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The text of the three files that AWS SAM needs.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/building-custom-runtimes.html">Building
 * Lambda functions with custom runtimes in AWS SAM</a>
 */
public final class SamTemplate {

	private static final String HEAD = """
			AWSTemplateFormatVersion: "2010-09-09"
			Transform: AWS::Serverless-2016-10-31
			Description: %s as native executable on provided.al2023

			Parameters:
			  Architecture:
			    Description: Processor of the functions, and of the machine that builds them
			    Type: String
			    AllowedValues: [arm64, x86_64]
			    Default: arm64
			  LogRetention:
			    Description: Days after which log events are deleted
			    Type: Number
			    Default: 14

			Resources:
			""";

	private static final String FUNCTION = """
			  %1$s:
			    Type: AWS::Serverless::Function
			    Metadata:
			      BuildMethod: makefile
			    Properties:
			      CodeUri: .
			      Runtime: provided.al2023
			      Handler: %2$s
			      Architectures: [!Ref Architecture]
			      MemorySize: 256
			      Timeout: 10
			      Tracing: Active
			      LoggingConfig:
			        LogGroup: !Ref %1$sLogs
			        LogFormat: JSON
			      FunctionUrlConfig:
			        AuthType: AWS_IAM
			""";

	private static final String LOGS = """
			  %sLogs:
			    Type: AWS::Logs::LogGroup
			    Properties:
			      RetentionInDays: !Ref LogRetention

			""";

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

	private static final String OUTPUT = """
			  %1$sUrl:
			    Description: Where requests by HTTP go
			    Value: !GetAtt %1$sUrl.FunctionUrl
			""";

	private static final String SAM_CONFIG = """
			version = 0.1

			[default.global.parameters]
			stack_name = "%s"

			[default.validate.parameters]
			lint = true

			[default.deploy.parameters]
			capabilities = "CAPABILITY_IAM"
			confirm_changeset = true
			resolve_s3 = true
			parameter_overrides = ["Architecture=arm64"]
			""";

	private static final String MAKEFILE = """
			# What sam build calls for each function, in a copy of this folder. What is in ARTIFACTS_DIR
			# afterwards becomes the function's zip. KINDLING_BOOTSTRAP can name an executable that is
			# built already.

			MAVEN ?= mvn

			build-%:
			ifdef KINDLING_BOOTSTRAP
				install -m 755 "$(KINDLING_BOOTSTRAP)" "$(ARTIFACTS_DIR)/bootstrap"
			else
				$(MAVEN) --batch-mode --no-transfer-progress -Pnative -DskipTests package
				install -m 755 target/bootstrap "$(ARTIFACTS_DIR)/bootstrap"
			endif
			""";

	private final String name;

	private final ProjectContents contents;

	private final Map<String, String> ids = new LinkedHashMap<>();

	/**
	 * Prepares the files.
	 * @param name the project's name, which becomes the stack's
	 * @param contents its functions and tables
	 */
	public SamTemplate(String name, ProjectContents contents) {
		this.name = name;
		this.contents = contents;
		for (String function : contents.functions()) {
			this.ids.put(function, uniqueId(function));
		}
	}

	/**
	 * Makes the files.
	 * @return their text, by name
	 */
	public Map<String, String> files() {
		Map<String, String> files = new LinkedHashMap<>();
		files.put("template.yaml", template());
		files.put("Makefile", MAKEFILE);
		files.put("samconfig.toml", SAM_CONFIG.formatted(this.name.replaceAll("[^A-Za-z0-9-]", "-")));
		return files;
	}

	private String template() {
		StringBuilder yaml = new StringBuilder(HEAD.formatted(this.name.replaceAll("[^A-Za-z0-9_. -]", "-")));
		for (String function : this.contents.functions()) {
			String id = this.ids.get(function);
			yaml.append(FUNCTION.formatted(id, quoted(function)));
			addTables(yaml);
			yaml.append('\n').append(LOGS.formatted(id));
		}
		for (EntityTable table : this.contents.tables()) {
			addTable(yaml, table);
		}
		yaml.append("Outputs:\n");
		for (String function : this.contents.functions()) {
			yaml.append(OUTPUT.formatted(this.ids.get(function)));
		}
		return yaml.toString();
	}

	private void addTables(StringBuilder yaml) {
		if (this.contents.tables().isEmpty()) {
			return;
		}
		yaml.append("      Environment:\n        Variables:\n");
		for (EntityTable table : this.contents.tables()) {
			yaml.append("          ").append(table.variable()).append(": !Ref ");
			yaml.append(logicalId(table.entity())).append("Table\n");
		}
		yaml.append("      Policies:\n");
		for (EntityTable table : this.contents.tables()) {
			yaml.append(STATEMENT.formatted(logicalId(table.entity())));
		}
	}

	private static void addTable(StringBuilder yaml, EntityTable table) {
		yaml.append(TABLE.formatted(logicalId(table.entity())));
		addAttribute(yaml, table.partitionKey());
		if (table.sortKey() != null) {
			addAttribute(yaml, table.sortKey());
		}
		yaml.append("      KeySchema:\n");
		addKey(yaml, table.partitionKey(), "HASH");
		if (table.sortKey() != null) {
			addKey(yaml, table.sortKey(), "RANGE");
		}
		yaml.append(PROTECTION);
	}

	private static void addAttribute(StringBuilder yaml, EntityTable.Key key) {
		yaml.append("        - AttributeName: ").append(quoted(key.attribute())).append('\n');
		yaml.append("          AttributeType: ").append(key.type()).append('\n');
	}

	private static void addKey(StringBuilder yaml, EntityTable.Key key, String role) {
		yaml.append("        - AttributeName: ").append(quoted(key.attribute())).append('\n');
		yaml.append("          KeyType: ").append(role).append('\n');
	}

	/**
	 * An attribute or bean may have any name, also one that YAML would read otherwise.
	 */
	private static String quoted(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	private String uniqueId(String function) {
		String id = logicalId(function);
		int next = 2;
		String candidate = id + "Function";
		while (this.ids.containsValue(candidate)) {
			candidate = id + next + "Function";
			next++;
		}
		return candidate;
	}

	/**
	 * CloudFormation's names have letters and digits only.
	 */
	private static String logicalId(String bean) {
		String id = bean.replaceAll("[^A-Za-z0-9]", "");
		return id.isEmpty() ? "Main" : Character.toUpperCase(id.charAt(0)) + id.substring(1);
	}

}
