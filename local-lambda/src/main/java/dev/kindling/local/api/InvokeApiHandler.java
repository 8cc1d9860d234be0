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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.invoke.TooManyRequestsException;
import dev.kindling.local.sandbox.FunctionSettings;
import dev.kindling.local.sandbox.LambdaLimits;
import dev.kindling.local.sandbox.ServedFunction;
import dev.kindling.local.sandbox.ServedFunctions;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.LambdaHttpServer;
import dev.kindling.local.server.ResponseSink;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Invoke API, so that the AWS CLI and the SDKs can call the function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
public final class InvokeApiHandler extends Handler.Abstract {

	private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");

	/**
	 * How AWS's own emulator calls any function.
	 */
	private static final String ANY_FUNCTION = "function";

	private final ServedFunctions functions;

	private final AsynchronousEvents asynchronous;

	public InvokeApiHandler(ServedFunctions functions, AsynchronousEvents asynchronous) {
		this.functions = functions;
		this.asynchronous = asynchronous;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		Matcher path = PATH.matcher(Request.getPathInContext(request));
		if (!path.matches() || !"POST".equals(request.getMethod())) {
			refuse(response, callback, 404, "UnknownOperationException",
					"This local Lambda knows POST /2015-03-31/functions/{name}/invocations only");
			return true;
		}
		String name = functionName(path.group(1));
		ServedFunction function = find(name);
		if (function == null) {
			refuseUnknown(name, this.functions, response, callback);
			return true;
		}
		try {
			invoke(function, request, response, callback);
		}
		catch (TooManyRequestsException ex) {
			refuseTooMany(ex, response, callback);
		}
		return true;
	}

	private @Nullable ServedFunction find(String name) {
		ServedFunction function = this.functions.find(name);
		boolean any = function == null && name.equals(ANY_FUNCTION) && this.functions.names().size() == 1;
		return any ? this.functions.find(this.functions.names().get(0)) : function;
	}

	private void invoke(ServedFunction function, Request request, Response response, Callback callback)
			throws IOException {
		HttpFields headers = request.getHeaders();
		String type = headers.get("X-Amz-Invocation-Type");
		boolean event = "Event".equals(type);
		int limit = event ? LambdaLimits.ASYNCHRONOUS_PAYLOAD : LambdaLimits.SYNCHRONOUS_PAYLOAD;
		byte[] payload = LambdaHttpServer.read(request, limit);
		if (payload == null) {
			refuse(response, callback, 413, "RequestTooLargeException",
					"Request must be smaller than " + limit + " bytes for the InvokeFunction operation");
			return;
		}
		String problem = jsonProblem(payload);
		if (problem != null) {
			refuse(response, callback, 400, "InvalidRequestContentException",
					"Could not parse request body into json: " + problem);
			return;
		}
		InvokeRequest invocation;
		try {
			invocation = new InvokeRequest((payload.length > 0) ? payload : "{}".getBytes(StandardCharsets.UTF_8),
					clientContext(headers), null, headers.get("X-Amzn-Trace-Id"), headers.get("X-Amz-Tenant-Id"));
		}
		catch (IllegalArgumentException ex) {
			refuse(response, callback, 400, "InvalidRequestContentException",
					"Client context must be a valid Base64-encoded JSON object");
			return;
		}
		if (event) {
			this.asynchronous.accept(function, invocation);
			LambdaHttpServer.send(response, callback, 202, "");
		}
		else if ("DryRun".equals(type)) {
			response.setStatus(204);
			callback.succeeded();
		}
		else if (type == null || "RequestResponse".equals(type)) {
			boolean tail = "Tail".equals(headers.get("X-Amz-Log-Type"));
			answer(function.invoke(invocation, ResponseSink.collecting()), tail, response, callback);
		}
		else {
			refuse(response, callback, 400, "InvalidParameterValueException",
					"X-Amz-Invocation-Type must be one of RequestResponse, Event and DryRun");
		}
	}

	static void answer(InvokeResult result, boolean tail, Response response, Callback callback) {
		HttpFields.Mutable headers = response.getHeaders();
		headers.put("x-amzn-RequestId", result.requestId());
		headers.put("X-Amz-Executed-Version", FunctionSettings.VERSION);
		if (result.functionError() != null) {
			headers.put("X-Amz-Function-Error", result.functionError());
		}
		if (tail) {
			headers.put("X-Amz-Log-Result", logTail(result.logs()));
		}
		LambdaHttpServer.send(response, callback, 200, LambdaHttpServer.JSON, result.payload());
	}

	private static String logTail(List<String> lines) {
		byte[] all = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
		int start = Math.max(0, all.length - LambdaLimits.LOG_TAIL);
		byte[] tail = java.util.Arrays.copyOfRange(all, start, all.length);
		return Base64.getEncoder().encodeToString(tail);
	}

	private static @Nullable String jsonProblem(byte[] payload) throws IOException {
		if (payload.length == 0) {
			return null;
		}
		try {
			return Json.MAPPER.readTree(payload).isMissingNode() ? "there is only white space" : null;
		}
		catch (JsonProcessingException ex) {
			return "not valid JSON at " + ((ex.getLocation() != null)
					? "line " + ex.getLocation().getLineNr() + ", column " + ex.getLocation().getColumnNr()
					: "the end");
		}
	}

	private static @Nullable String clientContext(HttpFields headers) {
		String encoded = headers.get("X-Amz-Client-Context");
		return (encoded != null) ? new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8) : null;
	}

	/**
	 * Finds the name in a name, a partial ARN or an ARN, with or without a qualifier.
	 */
	private static String functionName(String reference) {
		int function = reference.indexOf("function:");
		String name = (function >= 0) ? reference.substring(function + "function:".length()) : reference;
		int qualifier = name.indexOf(':');
		return (qualifier >= 0) ? name.substring(0, qualifier) : name;
	}

	static void refuseUnknown(String name, ServedFunctions functions, Response response, Callback callback) {
		refuse(response, callback, 404, "ResourceNotFoundException",
				"Function not found: " + name + ". The local Lambda serves " + String.join(", ", functions.names())
						+ ", the functions that there were when it was started");
	}

	/**
	 * Answers as Lambda does when a function has as many environments as it may have.
	 */
	static void refuseTooMany(TooManyRequestsException problem, Response response, Callback callback) {
		response.getHeaders().put("x-amzn-ErrorType", "TooManyRequestsException");
		response.getHeaders().put("Retry-After", "1");
		ObjectNode body = Json.MAPPER.createObjectNode()
			.put("Type", "User")
			.put("message", problem.getMessage())
			.put("Reason", "ReservedFunctionConcurrentInvocationLimitExceeded");
		LambdaHttpServer.send(response, callback, 429, LambdaHttpServer.JSON, Json.bytes(body));
	}

	private static void refuse(Response response, Callback callback, int status, String type, String message) {
		response.getHeaders().put("x-amzn-ErrorType", type);
		ObjectNode body = Json.MAPPER.createObjectNode().put("Type", "User").put("message", message);
		LambdaHttpServer.send(response, callback, status, LambdaHttpServer.JSON, Json.bytes(body));
	}

}
