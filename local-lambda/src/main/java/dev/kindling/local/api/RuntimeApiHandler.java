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

package dev.kindling.local.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.function.Supplier;

import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.sandbox.FunctionSettings;
import dev.kindling.local.sandbox.LambdaLimits;
import dev.kindling.local.sandbox.Outcome;
import dev.kindling.local.sandbox.PendingInvocation;
import dev.kindling.local.sandbox.Sandbox;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.LambdaHttpServer;
import dev.kindling.local.server.ResponseSink;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The Runtime API.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda
 * Runtime API</a>
 */
public final class RuntimeApiHandler extends Handler.Abstract {

	private static final String BASE = "/2018-06-01/";

	private static final String INVOCATION = BASE + "runtime/invocation/";

	private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

	private static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";

	private static final String RESPONSE_MODE = "Lambda-Runtime-Function-Response-Mode";

	private final FunctionSettings settings;

	private final Supplier<@Nullable Sandbox> sandboxes;

	public RuntimeApiHandler(FunctionSettings settings, Supplier<@Nullable Sandbox> sandboxes) {
		this.settings = settings;
		this.sandboxes = sandboxes;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		String path = Request.getPathInContext(request);
		Sandbox sandbox = this.sandboxes.get();
		if (!path.startsWith(BASE) || sandbox == null) {
			return false;
		}
		String call = request.getMethod() + " " + path.substring(BASE.length());
		if ("GET ping".equals(call)) {
			LambdaHttpServer.send(response, callback, 200, "text/plain", "pong".getBytes());
		}
		else if ("GET runtime/invocation/next".equals(call)) {
			next(sandbox, response, callback);
		}
		else if ("POST runtime/init/error".equals(call)) {
			initError(sandbox, request, response, callback);
		}
		else if (call.startsWith("POST runtime/invocation/") && call.endsWith("/response")) {
			response(sandbox, id(path, "/response"), request, response, callback);
		}
		else if (call.startsWith("POST runtime/invocation/") && call.endsWith("/error")) {
			error(sandbox, id(path, "/error"), request, response, callback);
		}
		else {
			return false;
		}
		return true;
	}

	private static String id(String path, String end) {
		return path.substring(INVOCATION.length(), Math.max(INVOCATION.length(), path.length() - end.length()));
	}

	private void next(Sandbox sandbox, Response response, Callback callback) throws InterruptedException {
		PendingInvocation invocation = sandbox.next();
		if (invocation == null) {
			refuse(response, callback, 403, "InvalidStateTransition",
					"An invocation is running, or this request has been replaced by a later one");
			return;
		}
		HttpFields.Mutable headers = response.getHeaders();
		InvokeRequest event = invocation.request();
		headers.put("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
		headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadlineMillis()));
		headers.put("Lambda-Runtime-Invoked-Function-Arn", this.settings.arn());
		headers.put("Lambda-Runtime-Trace-Id", invocation.traceId());
		put(headers, "Lambda-Runtime-Client-Context", event.clientContext());
		put(headers, "Lambda-Runtime-Cognito-Identity", event.cognitoIdentity());
		put(headers, "Lambda-Runtime-Aws-Tenant-Id", event.tenantId());
		LambdaHttpServer.send(response, callback, 200, LambdaHttpServer.JSON, event.payload());
	}

	private static void put(HttpFields.Mutable headers, String name, @Nullable String value) {
		if (value != null) {
			headers.put(name, value);
		}
	}

	private void response(Sandbox sandbox, String id, Request request, Response response, Callback callback)
			throws IOException {
		PendingInvocation invocation = sandbox.claim(id);
		if (invocation == null) {
			refuseUnknownId(request, response, callback);
			return;
		}
		String mode = request.getHeaders().get(RESPONSE_MODE);
		if ("streaming".equals(mode)) {
			stream(sandbox, invocation, request);
		}
		else {
			byte[] body = LambdaHttpServer.read(request, LambdaLimits.RESPONSE);
			if (body == null) {
				sandbox.complete(invocation,
						Outcome.failed("Function.ResponseSizeTooLarge",
								"Response payload size exceeded maximum allowed payload size (" + LambdaLimits.RESPONSE
										+ " bytes)."));
				refuse(response, callback, 413, "RequestEntityTooLarge",
						"Exceeded maximum allowed payload size (" + LambdaLimits.RESPONSE + " bytes).");
				return;
			}
			sandbox.complete(invocation, Outcome.success(body, request.getHeaders().get(HttpHeader.CONTENT_TYPE)));
		}
		accept(response, callback);
	}

	/**
	 * Passes a streamed answer on, piece by piece. A caller who is gone doesn't stop the
	 * function.
	 */
	private static void stream(Sandbox sandbox, PendingInvocation invocation, Request request) throws IOException {
		String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
		ResponseSink sink = invocation.sink();
		boolean listening = true;
		long total = 0;
		byte[] buffer = new byte[64 * 1024];
		try (InputStream input = Content.Source.asInputStream(request)) {
			sink.begin(contentType);
			for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
				total += count;
				listening = listening && total <= LambdaLimits.STREAMED_RESPONSE && write(sink, buffer, count);
			}
		}
		catch (IOException ex) {
			sandbox.complete(invocation, Outcome.failed("Runtime.TruncatedResponse",
					"The function's streamed response ended early: " + ex.getMessage()));
			throw ex;
		}
		HttpFields trailers = request.getTrailers();
		String errorType = (trailers != null) ? trailers.get(ERROR_TYPE) : null;
		if (errorType != null) {
			sandbox.complete(invocation, Outcome.reported(trailerBody(trailers, errorType)));
		}
		else if (total > LambdaLimits.STREAMED_RESPONSE) {
			sandbox.complete(invocation, Outcome.failed("Function.ResponseSizeTooLarge",
					"Streamed response exceeded " + LambdaLimits.STREAMED_RESPONSE + " bytes."));
		}
		else {
			sandbox.complete(invocation, Outcome.success(sink.collected(), contentType));
		}
	}

	private static boolean write(ResponseSink sink, byte[] buffer, int count) {
		try {
			sink.write(buffer, count);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static byte[] trailerBody(HttpFields trailers, String errorType) {
		String encoded = trailers.get(ERROR_BODY);
		try {
			return (encoded != null) ? Base64.getDecoder().decode(encoded) : Json.error(errorType, "");
		}
		catch (IllegalArgumentException ex) {
			return Json.error(errorType, "The trailer " + ERROR_BODY + " is no base64");
		}
	}

	private void error(Sandbox sandbox, String id, Request request, Response response, Callback callback)
			throws IOException {
		PendingInvocation invocation = sandbox.claim(id);
		if (invocation == null) {
			refuseUnknownId(request, response, callback);
			return;
		}
		sandbox.complete(invocation, Outcome.reported(errorBody(request)));
		accept(response, callback);
	}

	private static void initError(Sandbox sandbox, Request request, Response response, Callback callback)
			throws IOException {
		byte[] body = errorBody(request);
		if (sandbox.initFailed(body, errorType(request.getHeaders()))) {
			accept(response, callback);
		}
		else {
			refuse(response, callback, 403, "InvalidStateTransition", "The init phase is over");
		}
	}

	private static byte[] errorBody(Request request) throws IOException {
		byte[] body = LambdaHttpServer.read(request, LambdaLimits.ERROR_BODY);
		if (body == null || body.length == 0) {
			return Json.error(errorType(request.getHeaders()),
					(body == null) ? "The error's description is longer than 1 MiB" : "");
		}
		return body;
	}

	/**
	 * As Lambda does, names only types that look like it.
	 */
	static String errorType(HttpFields headers) {
		HttpField field = headers.getField(ERROR_TYPE);
		String value = (field != null && field.getValue() != null) ? field.getValue() : "";
		if (value.matches("(Runtime|Function)\\.[A-Z][a-zA-Z]+")) {
			return value;
		}
		return value.startsWith("Function.") ? "Function.Unknown" : "Runtime.Unknown";
	}

	private static void accept(Response response, Callback callback) {
		LambdaHttpServer.send(response, callback, 202, "{\"status\":\"OK\"}\n");
	}

	private static void refuseUnknownId(Request request, Response response, Callback callback) throws IOException {
		LambdaHttpServer.read(request, 0);
		refuse(response, callback, 400, "InvalidRequestID", "Invalid request ID");
	}

	static void refuse(Response response, Callback callback, int status, String type, String message) {
		LambdaHttpServer.send(response, callback, status, LambdaHttpServer.JSON, Json.error(type, message));
	}

}
