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
import java.util.function.Consumer;

import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.invoke.TooManyRequestsException;
import dev.kindling.local.sandbox.LambdaLimits;
import dev.kindling.local.sandbox.Outcome;
import dev.kindling.local.sandbox.ServedFunction;
import dev.kindling.local.server.LambdaHttpServer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The function URL.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Function URLs</a>
 */
public final class FunctionUrlHandler extends Handler.Abstract {

	private final ServedFunction function;

	private final String prefix;

	private final Consumer<String> logs;

	/**
	 * Serves a function.
	 * @param function the function
	 * @param prefix the path before its own, such as {@code /store}; empty if there is
	 * none
	 * @param logs is told of answers that can't be used
	 */
	public FunctionUrlHandler(ServedFunction function, String prefix, Consumer<String> logs) {
		this.function = function;
		this.prefix = prefix;
		this.logs = logs;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		String path = request.getHttpURI().getPath();
		if (!path.equals(this.prefix) && !path.startsWith(this.prefix + "/")) {
			return false;
		}
		byte[] body = LambdaHttpServer.read(request, LambdaLimits.SYNCHRONOUS_PAYLOAD);
		byte[] event = (body != null)
				? FunctionUrlEvent.of(request, ownPath(path), body, this.function.settings().region()) : null;
		if (event == null || event.length > LambdaLimits.SYNCHRONOUS_PAYLOAD) {
			LambdaHttpServer.send(response, callback, 413, "{\"Message\":\"Request Entity Too Large\"}");
			return true;
		}
		FunctionUrlStream stream = new FunctionUrlStream(response);
		InvokeRequest invocation = InvokeRequest.of(event).withTraceId(request.getHeaders().get("X-Amzn-Trace-Id"));
		InvokeResult result;
		try {
			result = this.function.invoke(invocation, stream);
		}
		catch (TooManyRequestsException ex) {
			LambdaHttpServer.send(response, callback, 429, "{\"Message\":\"Too Many Requests\"}");
			return true;
		}
		if (stream.hasBegun()) {
			end(stream, result, callback);
		}
		else if (Outcome.NO_CODE.equals(result.report().errorType())) {
			fail(response, callback, String.valueOf(result.errorMessage()));
		}
		else if (result.isError()) {
			fail(response, callback, "Internal Server Error");
		}
		else {
			answer(result, response, callback);
		}
		return true;
	}

	private String ownPath(String path) {
		return (path.length() > this.prefix.length()) ? path.substring(this.prefix.length()) : "/";
	}

	private void end(FunctionUrlStream stream, InvokeResult result, Callback callback) throws IOException {
		if (result.isError() || !stream.isComplete()) {
			callback.failed(new IOException("The function failed while it streamed its answer"));
			return;
		}
		stream.finish();
		callback.succeeded();
	}

	private void answer(InvokeResult result, Response response, Callback callback) {
		FunctionUrlAnswer answer;
		try {
			answer = FunctionUrlAnswer.of(result.payload());
		}
		catch (IOException ex) {
			this.logs.accept("The function URL can't use the answer of " + result.requestId() + ": " + ex.getMessage());
			fail(response, callback, "Internal Server Error");
			return;
		}
		HttpFields.Mutable headers = response.getHeaders();
		answer.headers().forEach((name, value) -> {
			if (!name.equals("content-length") && !name.equals("transfer-encoding")) {
				headers.put(name, value);
			}
		});
		answer.cookies().forEach((cookie) -> headers.add(HttpHeader.SET_COOKIE, cookie));
		LambdaHttpServer.send(response, callback, answer.status(), answer.headers().get("content-type"), answer.body());
	}

	private static void fail(Response response, Callback callback, String message) {
		LambdaHttpServer.send(response, callback, 502, "text/plain;charset=utf-8",
				message.getBytes(StandardCharsets.UTF_8));
	}

}
