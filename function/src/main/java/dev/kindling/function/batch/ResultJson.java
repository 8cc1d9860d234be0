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

package dev.kindling.function.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import dev.kindling.function.call.BoundFunction;
import dev.kindling.function.call.Messages;
import dev.kindling.function.http.HttpResponse;
import dev.kindling.function.payload.ResultWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a function returned, for services that want it inside an answer of theirs.
 */
final class ResultJson {

	private ResultJson() {
	}

	/**
	 * The result without what is around it.
	 */
	static @Nullable Object payload(@Nullable Object result) {
		if (BoundFunction.MESSAGING && result != null && Messages.isInstance(result)) {
			return Messages.payload(result);
		}
		return (result instanceof HttpResponse<?> response) ? response.body() : result;
	}

	/**
	 * The result as JSON; bytes are JSON already.
	 */
	static byte[] json(@Nullable Object result, ResultWriter output) {
		byte[] bytes = bytes(payload(result));
		return (bytes != null) ? bytes : output.write(payload(result));
	}

	/**
	 * The result as data: of a text the text, of anything else JSON.
	 */
	static byte[] data(@Nullable Object result, ResultWriter output) {
		Object payload = payload(result);
		return (payload instanceof CharSequence text) ? text.toString().getBytes(StandardCharsets.UTF_8)
				: json(payload, output);
	}

	private static byte @Nullable [] bytes(@Nullable Object payload) {
		if (payload instanceof byte[] bytes) {
			return bytes;
		}
		if (payload instanceof InputStream stream) {
			try (stream) {
				return stream.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return null;
	}

}
