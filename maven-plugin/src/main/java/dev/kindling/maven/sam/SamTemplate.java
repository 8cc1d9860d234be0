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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.kindling.maven.inventory.EntityTable;
import dev.kindling.maven.inventory.FoundFunction;
import dev.kindling.maven.inventory.InventoryFile;
import dev.kindling.maven.inventory.TableShape;
import org.jspecify.annotations.Nullable;

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

	private static final String LOGS = """
			  %sLogs:
			    Type: AWS::Logs::LogGroup
			    Properties:
			      RetentionInDays: !Ref LogRetention

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

	private final List<TemplateFunction> functions = new ArrayList<>();

	private final List<TableShape> tables;

	/**
	 * Prepares the files.
	 * @param name the project's name, which becomes the stack's
	 * @param architecture the functions' processor, in Lambda's words
	 * @param inventory its functions and tables
	 * @param chosen what calls a function, by the function's name, where its types don't
	 * tell or something else is wanted
	 * @throws IllegalArgumentException if something is chosen for a function that isn't
	 * one
	 */
	public SamTemplate(String name, String architecture, InventoryFile inventory, Map<String, EventSource> chosen) {
		this.name = name;
		this.architecture = architecture;
		this.tables = TableShape.of(inventory.tables());
		Set<String> unknown = new LinkedHashSet<>(chosen.keySet());
		for (FoundFunction function : inventory.lambdaFunctions()) {
			unknown.remove(function.name());
			EventSource choice = chosen.get(function.name());
			EventSource source = (choice != null) ? choice : EventSource.of(function);
			this.functions.add(new TemplateFunction(uniqueId(function.name()), function, source, choice != null,
					(source == EventSource.DYNAMODB) ? streaming(function) : null));
		}
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException("There is no function " + String.join(", ", unknown)
					+ " to give an event source. There is: "
					+ String.join(", ", this.functions.stream().map((function) -> function.found().name()).toList()));
		}
	}

	/**
	 * The table of what a function takes, or the only one there is.
	 */
	private @Nullable TableShape streaming(FoundFunction function) {
		for (TableShape table : this.tables) {
			for (EntityTable entity : table.entities()) {
				if (entity.entity().equals(function.entity()) || entity.entity().equals(function.input())) {
					return table.isKnown() ? table : null;
				}
			}
		}
		return (function.entity() == null && this.tables.size() == 1 && this.tables.get(0).isKnown())
				? this.tables.get(0) : null;
	}

	/**
	 * Says what calls each function, where each table's name is, and what is left to do.
	 * @return sentences for the terminal
	 */
	public List<String> describe() {
		List<String> lines = new ArrayList<>();
		this.functions.forEach((function) -> lines.add("Function " + function.describe()));
		for (TableShape table : this.tables) {
			String entity = table.first().simpleName();
			if (!table.isKnown()) {
				lines.add("Table of " + entity + ": a bean makes its schema, so that its keys aren't known. "
						+ TableYaml.id(table) + "TableName is to be given when it is deployed");
			}
			else if (!table.variables().isEmpty()) {
				lines.add("Table of " + entity + ": its name is in " + String.join(", ", table.variables()));
			}
			else if (table.first().name() != null) {
				lines.add("Table of " + entity + ": its name is " + table.first().name());
			}
			else {
				lines.add(
						"Table of " + entity + ": nothing can name it, as there is another entity of this simple name. "
								+ "Annotate it with @DynamoDbTableName");
			}
			EntityTable differing = table.differing();
			if (differing != null) {
				lines.add("Table of " + entity + ": " + differing.entity() + " shares it, but has other keys");
			}
		}
		if (!this.tables.isEmpty() && rights().choice()) {
			this.functions.forEach((function) -> lines.add(rights().describe(function)));
		}
		return lines;
	}

	private TableRights rights() {
		return new TableRights(this.tables, this.tables.size() + this.functions.size() > 2);
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
		this.functions.forEach((function) -> yaml.append(SourceYaml.parameters(function)));
		this.tables.forEach((table) -> yaml.append(TableYaml.parameters(table)));
		yaml.append("\nResources:\n");
		StringBuilder outputs = new StringBuilder();
		for (TemplateFunction function : this.functions) {
			yaml.append(FUNCTION.formatted(function.id(), YamlText.quoted(function.handler())));
			yaml.append(EventYaml.properties(function));
			addTables(yaml, function);
			yaml.append('\n').append(LOGS.formatted(function.id())).append(SourceYaml.resources(function));
			outputs.append(SourceYaml.outputs(function));
		}
		for (TableShape table : this.tables) {
			yaml.append(TableYaml.resource(table,
					this.functions.stream().anyMatch((function) -> function.table() == table)));
		}
		return outputs.isEmpty() ? yaml.toString() : yaml.append("Outputs:\n").append(outputs).toString();
	}

	private void addTables(StringBuilder yaml, TemplateFunction function) {
		if (this.tables.isEmpty()) {
			return;
		}
		StringBuilder variables = new StringBuilder();
		for (TableShape table : this.tables) {
			for (String variable : table.variables()) {
				variables.append("          ")
					.append(variable)
					.append(": ")
					.append(TableYaml.reference(table))
					.append('\n');
			}
		}
		if (!variables.isEmpty()) {
			yaml.append("      Environment:\n        Variables:\n").append(variables);
		}
		yaml.append(rights().yaml(function));
	}

	private String uniqueId(String function) {
		Set<String> taken = new LinkedHashSet<>();
		this.functions.forEach((other) -> taken.add(other.id()));
		String id = YamlText.logicalId(function);
		int next = 2;
		String candidate = id + "Function";
		while (taken.contains(candidate)) {
			candidate = id + next + "Function";
			next++;
		}
		return candidate;
	}

}
