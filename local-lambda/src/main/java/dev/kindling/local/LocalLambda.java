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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import dev.kindling.local.api.ExtensionsApiHandler;
import dev.kindling.local.api.FunctionUrlHandler;
import dev.kindling.local.api.InvokeApiHandler;
import dev.kindling.local.api.RuntimeApiHandler;
import dev.kindling.local.invoke.CodeCheck;
import dev.kindling.local.invoke.FunctionCode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.sandbox.FunctionSettings;
import dev.kindling.local.sandbox.Invoker;
import dev.kindling.local.sandbox.Sandbox;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.LambdaHttpServer;
import dev.kindling.local.server.ResponseSink;
import org.eclipse.jetty.server.Handler;

/**
 * A Lambda on this machine, with one function in it. The function runs in a process of
 * its own, speaks the real Runtime API and sees the environment that Lambda gives it. Its
 * process is started by the first call, and again after it has crashed or has been ended
 * for taking too long. After each call, Lambda's REPORT line is logged.
 * <p>
 * The function can be called with {@link #invoke(String)}, by the AWS CLI or an SDK at
 * {@link #endpoint()}, and by HTTP at {@link #functionUrl()}. All three listen on the
 * loopback interface only.
 */
public final class LocalLambda implements Closeable {

	private final Invoker invoker;

	private final ExecutorService asynchronous;

	private final LambdaHttpServer runtimeApi;

	private final LambdaHttpServer endpoint;

	private final LambdaHttpServer functionUrl;

	private final Thread shutdownHook;

	LocalLambda(FunctionSettings settings, CodeCheck codeCheck, Consumer<String> logs, int endpointPort,
			int functionUrlPort) {
		this.invoker = new Invoker(settings, codeCheck, logs);
		this.asynchronous = Executors.newSingleThreadExecutor((task) -> {
			Thread thread = new Thread(task, "asynchronous-invocations");
			thread.setDaemon(true);
			return thread;
		});
		this.runtimeApi = LambdaHttpServer.start("runtime-api", 0,
				new Handler.Sequence(new RuntimeApiHandler(settings, this.invoker::sandbox),
						new ExtensionsApiHandler(settings, this.invoker::sandbox)));
		this.invoker.connect(this.runtimeApi.address());
		this.endpoint = LambdaHttpServer.start("invoke-api", endpointPort,
				new InvokeApiHandler(this.invoker, this.asynchronous));
		this.functionUrl = LambdaHttpServer.start("function-url", functionUrlPort,
				new FunctionUrlHandler(this.invoker, logs));
		this.shutdownHook = new Thread(this.invoker::close, "function-shutdown");
		Runtime.getRuntime().addShutdownHook(this.shutdownHook);
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
		return this.invoker.invoke(request, ResponseSink.collecting());
	}

	/**
	 * Starts the function's process now rather than with the first call.
	 * @return this
	 */
	public LocalLambda start() {
		this.invoker.start();
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
		this.invoker.deploy(code);
		return this;
	}

	/**
	 * The function's name.
	 * @return the name
	 */
	public String functionName() {
		return this.invoker.settings().name();
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
		return this.invoker.coldStarts();
	}

	/**
	 * The process that the function runs in.
	 * @return its id, or {@code -1} before the first call
	 */
	public long pid() {
		Sandbox sandbox = this.invoker.sandbox();
		return (sandbox != null) ? sandbox.pid() : -1;
	}

	/**
	 * Ends the function's process and stops listening. With an extension registered, the
	 * process receives SIGTERM and has 500 ms, as on Lambda.
	 */
	@Override
	public void close() {
		this.invoker.close();
		this.asynchronous.shutdownNow();
		this.functionUrl.close();
		this.endpoint.close();
		Sandbox last = this.invoker.sandbox();
		if (last == null || last.hasEnded()) {
			this.runtimeApi.close();
		}
		try {
			Runtime.getRuntime().removeShutdownHook(this.shutdownHook);
		}
		catch (IllegalStateException ex) {
			// The JVM is ending, and the hook runs or has run.
		}
	}

}
