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

import java.io.Closeable;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

import dev.kindling.local.api.AsynchronousEvents;
import dev.kindling.local.api.InvokeApiHandler;
import dev.kindling.local.api.ScheduleHandler;
import dev.kindling.local.fleet.Fleet;
import dev.kindling.local.fleet.FleetWorkbench;
import dev.kindling.local.fleet.FunctionPool;
import dev.kindling.local.fleet.FunctionUrls;
import dev.kindling.local.invoke.FunctionCode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.sandbox.FunctionSettings;
import dev.kindling.local.sandbox.Sandbox;
import dev.kindling.local.sandbox.ServedFunction;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.LambdaHttpServer;
import dev.kindling.local.server.ResponseSink;
import dev.kindling.local.workbench.Workbench;
import dev.kindling.local.workbench.WorkbenchFunction;
import dev.kindling.local.workbench.WorkbenchListener;
import dev.kindling.local.workbench.WorkbenchListeners;
import org.eclipse.jetty.server.Handler;

/**
 * A Lambda on this machine, with one function in it, or several of one application. Each
 * function runs in a process of its own, speaks the real Runtime API and sees the
 * environment that Lambda gives it. Its process is started by the first call, and again
 * after it has crashed or has been ended for taking too long. After each call, Lambda's
 * REPORT line is logged.
 * <p>
 * The function can be called with {@link #invoke(String)}, by the AWS CLI or an SDK at
 * {@link #endpoint()}, and by HTTP at {@link #functionUrl()}. All three listen on the
 * loopback interface only.
 */
public final class LocalLambda implements Closeable {

	private final Fleet fleet;

	private final WorkbenchListeners listeners;

	private final AsynchronousEvents asynchronous;

	private final LambdaHttpServer endpoint;

	private final LambdaHttpServer functionUrl;

	private final Workbench workbench;

	private final Thread shutdownHook;

	LocalLambda(LocalLambdaBuilder description, List<FunctionSettings> settings, List<WorkbenchFunction> functions) {
		Consumer<String> logs = description.logs();
		this.listeners = new WorkbenchListeners(logs);
		int limit = description.maxEnvironments();
		this.fleet = new Fleet(settings.stream()
			.map((each) -> new FunctionPool(each, limit, description.codeCheck(),
					(settings.size() > 1) ? named(each.name(), logs) : logs, this.listeners))
			.toList());
		this.asynchronous = new AsynchronousEvents(Math.max(1, limit), logs);
		this.endpoint = LambdaHttpServer.start("invoke-api", description.endpointPort(), new Handler.Sequence(
				new ScheduleHandler(this.fleet), new InvokeApiHandler(this.fleet, this.asynchronous)));
		FunctionUrls urls = new FunctionUrls(functions);
		this.functionUrl = LambdaHttpServer.start("function-url", description.functionUrlPort(),
				urls.handler(this.fleet, logs));
		this.workbench = new FleetWorkbench(this.fleet, described(functions, urls), description.database(),
				this.listeners);
		this.shutdownHook = new Thread(this.fleet::end, "function-shutdown");
		Runtime.getRuntime().addShutdownHook(this.shutdownHook);
	}

	/**
	 * Lambda has a log for each function; here all share one.
	 */
	private static Consumer<String> named(String function, Consumer<String> logs) {
		return (line) -> logs.accept(function + " | " + line);
	}

	private List<WorkbenchFunction> described(List<WorkbenchFunction> functions, FunctionUrls urls) {
		return functions.stream().map((function) -> {
			URI url = urls.of(function.name(), functionUrl());
			return (url != null) ? function.withUrl(url) : function;
		}).toList();
	}

	/**
	 * Begins to describe a function.
	 * @return the description
	 */
	public static LocalLambdaBuilder builder() {
		return new LocalLambdaBuilder();
	}

	/**
	 * Calls the function and waits for its answer. A function that fails is no exception:
	 * see {@link InvokeResult#isError()}.
	 * @param json the event
	 * @return the answer
	 */
	public InvokeResult invoke(String json) {
		return invoke(InvokeRequest.of(json));
	}

	/**
	 * Calls the function with an object and waits for its answer.
	 * @param event is written as JSON
	 * @return the answer
	 */
	public InvokeResult invoke(Object event) {
		return invoke(InvokeRequest.of(Json.bytes(event)));
	}

	/**
	 * Calls the function and waits for its answer; a streamed one is collected.
	 * @param request the event, and what comes with it
	 * @return the answer
	 */
	public InvokeResult invoke(InvokeRequest request) {
		return this.fleet.first().invoke(request, ResponseSink.collecting());
	}

	/**
	 * Calls one of several functions and waits for its answer.
	 * @param function its name
	 * @param request the event, and what comes with it
	 * @return the answer
	 * @throws IllegalArgumentException if there is no such function
	 * @throws dev.kindling.local.invoke.TooManyRequestsException if all environments that
	 * the function may have are busy
	 */
	public InvokeResult invoke(String function, InvokeRequest request) {
		return this.fleet.get(function).invoke(request, ResponseSink.collecting());
	}

	/**
	 * One of the functions, for whoever brings it events of a source of their own.
	 * @param name its name
	 * @return the function
	 * @throws IllegalArgumentException if there is no such function
	 */
	public ServedFunction function(String name) {
		return this.fleet.get(name);
	}

	/**
	 * What a console shows of this Lambda and does with it.
	 * @return the same for all who ask
	 */
	public Workbench workbench() {
		return this.workbench;
	}

	/**
	 * Where whoever brings events to the functions, or code, tells of it.
	 * @return passes it on to the listeners of {@link #workbench()}
	 */
	public WorkbenchListener listeners() {
		return this.listeners;
	}

	/**
	 * Starts a process of each function now rather than with the first call.
	 * @return this
	 */
	public LocalLambda start() {
		this.fleet.start();
		return this;
	}

	/**
	 * Gives the function new code, and waits for the events that are being handled to
	 * end. The next event gets a new environment, as after a deployment on Lambda.
	 * @param code what to start from now on
	 * @return this
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public LocalLambda deploy(FunctionCode code) throws InterruptedException {
		this.fleet.deploy(code);
		return this;
	}

	/**
	 * The function's name; of several the first.
	 * @return the name
	 */
	public String functionName() {
		return this.fleet.first().settings().name();
	}

	/**
	 * Where the AWS CLI ({@code --endpoint-url}) and the SDKs ({@code endpointOverride})
	 * call the function.
	 * @return such as {@code http://127.0.0.1:3001}
	 */
	public URI endpoint() {
		return URI.create("http://" + this.endpoint.address());
	}

	/**
	 * The function URL: a request becomes an event in the payload format 2.0, the answer
	 * becomes an HTTP response.
	 * @return such as {@code http://127.0.0.1:3000/}
	 */
	public URI functionUrl() {
		return URI.create("http://" + this.functionUrl.address() + "/");
	}

	/**
	 * How often a process has been started.
	 * @return {@code 0} before the first call
	 */
	public int coldStarts() {
		return this.fleet.coldStarts();
	}

	/**
	 * The process that the function runs in; of several the first.
	 * @return its id, or {@code -1} before the first call
	 */
	public long pid() {
		Sandbox sandbox = this.fleet.first().first().sandbox();
		return (sandbox != null) ? sandbox.pid() : -1;
	}

	/**
	 * Ends the function's process and stops listening. With an extension registered, the
	 * process receives SIGTERM and has 500 ms, as on Lambda.
	 */
	@Override
	public void close() {
		this.fleet.end();
		this.asynchronous.close();
		this.functionUrl.close();
		this.endpoint.close();
		this.fleet.close();
		try {
			Runtime.getRuntime().removeShutdownHook(this.shutdownHook);
		}
		catch (IllegalStateException ex) {
			// The JVM is ending, and the hook runs or has run.
		}
	}

}
