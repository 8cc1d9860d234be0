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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
			    Default: %s
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
			""";

	private static final String URL = """
			      FunctionUrlConfig:
			        AuthType: AWS_IAM
			""";

	private static final String QUEUE_EVENT = """
			      Events:
			        Queue:
			          Type: SQS
			          Properties:
			            Queue: !GetAtt %sQueue.Arn
			""";

	private static final String ITEM_FAILURES = """
			            FunctionResponseTypes: [ReportBatchItemFailures]
			""";

	private static final String OTHER_EVENT = """
			      # Events: nothing calls this function yet. It takes %s:
			      # add the event source, such as a stream, a topic, a rule or a bucket.
			""";

	/**
	 * A message is hidden for six times as long as the function may take, as AWS advises,
	 * since Lambda tries again within that time.
	 */
	private static final String QUEUES = """
			  %1$sQueue:
			    Type: AWS::SQS::Queue
			    Properties:
			      VisibilityTimeout: 60
			      SqsManagedSseEnabled: true
			      RedrivePolicy:
			        deadLetterTargetArn: !GetAtt %1$sDeadLetters.Arn
			        maxReceiveCount: 5

			  %1$sDeadLetters:
			    Type: AWS::SQS::Queue
			    Properties:
			      MessageRetentionPeriod: 1209600
			      SqsManagedSseEnabled: true

			""";

	private static final String LOGS = """
			  %sLogs:
			    Type: AWS::Logs::LogGroup
			    Properties:
			      RetentionInDays: !Ref LogRetention

			""";

	private static final String OUTPUT = """
			  %1$sUrl:
			    Description: Where requests by HTTP go
			    Value: !GetAtt %1$sUrl.FunctionUrl
			""";

	private static final String QUEUE_OUTPUT = """
			  %1$sQueue:
			    Description: Where messages go
			    Value: !Ref %1$sQueue
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
			parameter_overrides = ["Architecture=%s"]
			""";

	private final String name;

	private final String architecture;

	private final ProjectContents contents;

	private final Map<String, String> ids = new LinkedHashMap<>();

	/**
	 * Prepares the files.
	 * @param name the project's name, which becomes the stack's
	 * @param architecture the functions' processor, in Lambda's words
	 * @param contents its functions and tables
	 */
	public SamTemplate(String name, String architecture, ProjectContents contents) {
		this.name = name;
		this.architecture = architecture;
		this.contents = contents;
		for (FoundFunction function : contents.functions()) {
			this.ids.put(function.name(), uniqueId(function.name()));
		}
	}

	/**
	 * Says what calls a function, and what is left to do.
	 * @param function one of the project's
	 * @return a sentence for the terminal
	 */
	public String describe(FoundFunction function) {
		return function.name() + switch (function.source()) {
			case HTTP -> ": has a function URL";
			case QUEUE -> ": takes " + function.event() + ", has a queue with a dead-letter queue";
			case OTHER ->
				": takes " + function.event() + ", and nothing calls it yet: add an event source to the template";
		};
	}

	/**
	 * Makes the files.
	 * @return their text, by name
	 */
	public Map<String, String> files() {
		Map<String, String> files = new LinkedHashMap<>();
		files.put("template.yaml", template());
		files.put("Makefile", makefile().replace("@ARCHITECTURE@", this.architecture));
		files.put("samconfig.toml",
				SAM_CONFIG.formatted(this.name.replaceAll("[^A-Za-z0-9-]", "-"), this.architecture));
		return files;
	}

	private static String makefile() {
		try (InputStream input = SamTemplate.class.getResourceAsStream("Makefile")) {
			if (input == null) {
				throw new IllegalStateException("The plugin's jar lacks the Makefile");
			}
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Makefile can't be read", ex);
		}
	}

	private String template() {
		StringBuilder yaml = new StringBuilder(
				HEAD.formatted(this.name.replaceAll("[^A-Za-z0-9_. -]", "-"), this.architecture));
		StringBuilder outputs = new StringBuilder();
		for (FoundFunction function : this.contents.functions()) {
			String id = this.ids.get(function.name());
			yaml.append(FUNCTION.formatted(id, YamlText.quoted(function.name())));
			switch (function.source()) {
				case HTTP -> {
					yaml.append(URL);
					outputs.append(OUTPUT.formatted(id));
				}
				case QUEUE -> {
					yaml.append(QUEUE_EVENT.formatted(id)).append(function.reportsItemFailures() ? ITEM_FAILURES : "");
					outputs.append(QUEUE_OUTPUT.formatted(id));
				}
				case OTHER -> yaml.append(OTHER_EVENT.formatted(function.event()));
			}
			addTables(yaml);
			yaml.append('\n').append(LOGS.formatted(id));
			if (function.source() == FoundFunction.Source.QUEUE) {
				yaml.append(QUEUES.formatted(id));
			}
		}
		this.contents.tables().forEach((table) -> yaml.append(TableYaml.resource(table)));
		return outputs.isEmpty() ? yaml.toString() : yaml.append("Outputs:\n").append(outputs).toString();
	}

	private void addTables(StringBuilder yaml) {
		if (this.contents.tables().isEmpty()) {
			return;
		}
		yaml.append("      Environment:\n        Variables:\n");
		for (EntityTable table : this.contents.tables()) {
			yaml.append("          ").append(table.variable()).append(": !Ref ");
			yaml.append(YamlText.logicalId(table.entity())).append("Table\n");
		}
		yaml.append("      Policies:\n");
		this.contents.tables().forEach((table) -> yaml.append(TableYaml.statement(table)));
	}

	private String uniqueId(String function) {
		String id = YamlText.logicalId(function);
		int next = 2;
		String candidate = id + "Function";
		while (this.ids.containsValue(candidate)) {
			candidate = id + next + "Function";
			next++;
		}
		return candidate;
	}

}
