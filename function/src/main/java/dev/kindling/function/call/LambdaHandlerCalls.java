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

package dev.kindling.function.call;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.kindling.function.bind.FunctionShape;

/**
 * Calls the handlers of AWS's own interfaces.
 */
final class LambdaHandlerCalls {

	private LambdaHandlerCalls() {
	}

	@SuppressWarnings("unchecked")
	static FunctionCall of(FunctionShape shape, Object bean, LambdaContexts contexts) {
		if (shape == FunctionShape.REQUEST_HANDLER) {
			RequestHandler<Object, Object> handler = (RequestHandler<Object, Object>) bean;
			return (input, invocation) -> handler.handleRequest(input, contexts.of(invocation));
		}
		RequestStreamHandler handler = (RequestStreamHandler) bean;
		return (input, invocation) -> {
			ByteArrayOutputStream output = new ByteArrayOutputStream();
			handler.handleRequest(new ByteArrayInputStream(invocation.body()), output, contexts.of(invocation));
			return output.toByteArray();
		};
	}

}
