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

package dev.kindling.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.invoke.CodeCheck;
import dev.kindling.local.sandbox.FunctionSettings;
import dev.kindling.local.sandbox.LambdaLimits;
import dev.kindling.local.workbench.WorkbenchFunction;
import org.jspecify.annotations.Nullable;

/**
 * Describes the function that a {@link LocalLambda} runs. Exactly one of
 * {@link #executable}, {@link #jar}, {@link #mainClass}, {@link #inProcess} and
 * {@link #command} is needed.
 */
public final class LocalLambdaBuilder extends LocalCodeBuilder {

	private final Map<String, String> environment = new LinkedHashMap<>();

	private String functionName = "function";

	private String handler = "bootstrap";

	private int memorySize = LambdaLimits.MIN_MEMORY;

	private boolean memoryEnforced;

	private Duration timeout = Duration.ofSeconds(3);

	private Duration initTimeout = LambdaLimits.INIT_TIMEOUT;

	private String region = "us-east-1";

	private int maxConcurrency;

	private int endpointPort;

	private int functionUrlPort;

	private Consumer<String> logs = System.out::println;

	private CodeCheck codeCheck = () -> null;

	private List<WorkbenchFunction> functions = List.of();

	private int maxEnvironments;

	private @Nullable EmbeddedDynamoDb database;

	LocalLambdaBuilder() {
	}

	@Override
	LocalLambdaBuilder self() {
		return this;
	}

	/**
	 * Is asked before each event whether there is code that can handle it.
	 * @param check by default there always is
	 * @return this
	 */
	public LocalLambdaBuilder codeCheck(CodeCheck check) {
		this.codeCheck = check;
		return this;
	}

	/**
	 * Sets one of the function's own environment variables. Nothing else of this
	 * process's environment reaches the function but {@code PATH}.
	 * @param name as Lambda allows it: letters, digits, underscores
	 * @param value the value
	 * @return this
	 */
	public LocalLambdaBuilder environment(String name, String value) {
		this.environment.put(name, value);
		return this;
	}

	/**
	 * Sets the function's own environment variables.
	 * @param variables by name
	 * @return this
	 */
	public LocalLambdaBuilder environment(Map<String, String> variables) {
		this.environment.putAll(variables);
		return this;
	}

	/**
	 * Lets the function find DynamoDB here: sets {@code AWS_ENDPOINT_URL_DYNAMODB}, which
	 * the SDK follows.
	 * @param dynamoDb a running DynamoDB
	 * @return this
	 */
	public LocalLambdaBuilder dynamoDb(EmbeddedDynamoDb dynamoDb) {
		this.database = dynamoDb;
		return environment("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString());
	}

	/**
	 * Sets the function's name.
	 * @param name by default {@code function}
	 * @return this
	 */
	public LocalLambdaBuilder functionName(String name) {
		this.functionName = name;
		return this;
	}

	/**
	 * Sets what the function finds in {@code _HANDLER}.
	 * @param name by default {@code bootstrap}
	 * @return this
	 */
	public LocalLambdaBuilder handler(String name) {
		this.handler = name;
		return this;
	}

	/**
	 * Sets the memory size. It is told to the function and reported, but only enforced
	 * with {@link #enforceMemorySize()}.
	 * @param megabytes 128 (the default) to 10240
	 * @return this
	 */
	public LocalLambdaBuilder memorySize(int megabytes) {
		this.memorySize = megabytes;
		return this;
	}

	/**
	 * Ends the process when it has more memory resident than its memory size, as Lambda
	 * does. Needs {@code /proc}; meant for native executables, as a JVM on Lambda has
	 * flags that keep it below.
	 * @return this
	 */
	public LocalLambdaBuilder enforceMemorySize() {
		this.memoryEnforced = true;
		return this;
	}

	/**
	 * Sets how long an invocation may take before the process is ended.
	 * @param duration by default 3 seconds, as on Lambda; at most 15 minutes
	 * @return this
	 */
	public LocalLambdaBuilder timeout(Duration duration) {
		this.timeout = duration;
		return this;
	}

	/**
	 * Sets how long the process may take to ask for its first event.
	 * @param duration by default 10 seconds, as on Lambda
	 * @return this
	 */
	public LocalLambdaBuilder initTimeout(Duration duration) {
		this.initTimeout = duration;
		return this;
	}

	/**
	 * Sets the region that the function believes to be in.
	 * @param name by default {@code us-east-1}
	 * @return this
	 */
	public LocalLambdaBuilder region(String name) {
		this.region = name;
		return this;
	}

	/**
	 * Runs the function as Lambda Managed Instances do: one process has several
	 * invocations at once, and a time-out doesn't end it.
	 * @param invocations at least 1; told to the function as
	 * {@code AWS_LAMBDA_MAX_CONCURRENCY}
	 * @return this
	 */
	public LocalLambdaBuilder maxConcurrency(int invocations) {
		this.maxConcurrency = invocations;
		return this;
	}

	/**
	 * Sets the port of {@link LocalLambda#endpoint()}.
	 * @param port by default a free one
	 * @return this
	 */
	public LocalLambdaBuilder endpointPort(int port) {
		this.endpointPort = port;
		return this;
	}

	/**
	 * Sets the port of {@link LocalLambda#functionUrl()}.
	 * @param port by default a free one
	 * @return this
	 */
	public LocalLambdaBuilder functionUrlPort(int port) {
		this.functionUrlPort = port;
		return this;
	}

	/**
	 * Receives the log: what the function writes to its standard output and error, and
	 * Lambda's own lines.
	 * @param lines is called with each line, or with each record of several lines as one
	 * log event, after the function's name and a bar if there are several functions; by
	 * default it goes to {@code System.out}
	 * @return this
	 */
	public LocalLambdaBuilder logs(Consumer<String> lines) {
		this.logs = lines;
		return this;
	}

	/**
	 * Serves several functions of the application, each in environments of its own,
	 * instead of the one with {@link #functionName} and {@link #handler}.
	 * @param all what each is called and finds in {@code _HANDLER}
	 * @return this
	 */
	public LocalLambdaBuilder functions(List<WorkbenchFunction> all) {
		this.functions = List.copyOf(all);
		return this;
	}

	/**
	 * Lets a function have several environments at once, each with one event. When all
	 * are busy, an event is refused with {@code TooManyRequestsException}, as on Lambda.
	 * @param limit of each function, at least 1; by default there is one environment, and
	 * events wait for each other
	 * @return this
	 */
	public LocalLambdaBuilder maxEnvironments(int limit) {
		this.maxEnvironments = limit;
		return this;
	}

	/**
	 * Starts to listen. The function's process starts with the first call, or with
	 * {@link LocalLambda#start()}.
	 * @return a running Lambda
	 * @throws IllegalArgumentException if Lambda would refuse this configuration
	 */
	public LocalLambda build() {
		List<WorkbenchFunction> served = this.functions.isEmpty()
				? List.of(WorkbenchFunction.of(this.functionName, this.handler)) : this.functions;
		List<FunctionSettings> settings = new ArrayList<>();
		for (WorkbenchFunction function : served) {
			FunctionSettings each = new FunctionSettings(function.name(), function.handler(), requiredCommand(),
					application(), directory(), this.environment, this.memorySize, this.memoryEnforced, this.timeout,
					this.initTimeout, this.region, this.maxConcurrency);
			each.requireAllowed();
			settings.add(each);
		}
		if (this.maxEnvironments < 0 || (this.maxEnvironments > 1 && application() != null)) {
			throw new IllegalArgumentException((application() != null) ? "There is one environment within a process"
					: "A function has at least 1 environment, not " + this.maxEnvironments);
		}
		return new LocalLambda(this, settings, served);
	}

	Consumer<String> logs() {
		return this.logs;
	}

	CodeCheck codeCheck() {
		return this.codeCheck;
	}

	int maxEnvironments() {
		return this.maxEnvironments;
	}

	int endpointPort() {
		return this.endpointPort;
	}

	int functionUrlPort() {
		return this.functionUrlPort;
	}

	@Nullable EmbeddedDynamoDb database() {
		return this.database;
	}

}
