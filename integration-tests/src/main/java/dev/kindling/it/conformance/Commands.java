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

package dev.kindling.it.conformance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.amazonaws.services.lambda.runtime.Context;
import dev.kindling.runtime.CurrentInvocation;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.context.LambdaContext;

/**
 * Does what the first line of an event says with the bytes after it.
 */
public final class Commands {

	private Commands() {
	}

	/**
	 * Carries out a command.
	 * @param event the command's line and what follows it
	 * @return the answer
	 * @throws Throwable if the command says so
	 */
	public static byte[] run(byte[] event) throws Throwable {
		String[] words = words(event);
		byte[] rest = rest(event);
		return switch (words[0]) {
			case "echo" -> rest;
			case "size" -> filled(Integer.parseInt(words[1]));
			case "context" -> context();
			case "sleep" -> {
				Thread.sleep(Long.parseLong(words[1]));
				yield rest;
			}
			case "interrupt" -> {
				Thread.currentThread().interrupt();
				yield rest;
			}
			case "memory" -> memory();
			case "exit" -> {
				System.exit(Integer.parseInt(words[1]));
				yield rest;
			}
			case "oom" -> exhaust();
			case "overflow" -> filled(recurse(1));
			case "throw" -> throw failure(words[1], new String(rest, StandardCharsets.UTF_8));
			case "throwSize" -> throw new IllegalStateException("m".repeat(Integer.parseInt(words[1])));
			default -> event;
		};
	}

	/**
	 * Carries out a command by writing.
	 * @param event the command's line and what follows it
	 * @param output takes the answer
	 * @throws Exception if the command says so
	 */
	public static void stream(byte[] event, OutputStream output) throws Exception {
		String[] words = words(event);
		byte[] rest = rest(event);
		switch (words[0]) {
			case "echo" -> output.write(rest);
			case "size" -> {
				byte[] block = filled(10_000);
				for (int left = Integer.parseInt(words[1]); left > 0; left -= block.length) {
					output.write(block, 0, Math.min(left, block.length));
				}
			}
			case "flush" -> {
				output.write(rest);
				output.flush();
				Thread.sleep(Long.parseLong(words[1]));
				output.write(rest);
			}
			case "fail" -> {
				output.write(rest);
				throw new IllegalStateException("before the first byte");
			}
			case "failMidway" -> {
				output.write(rest);
				output.flush();
				throw new IllegalStateException("midway");
			}
			default -> throw new IOException("No such command");
		}
	}

	private static String[] words(byte[] event) {
		return new String(event, 0, lineEnd(event), StandardCharsets.UTF_8).split(" ");
	}

	private static byte[] rest(byte[] event) {
		return Arrays.copyOfRange(event, Math.min(lineEnd(event) + 1, event.length), event.length);
	}

	private static int lineEnd(byte[] event) {
		for (int i = 0; i < event.length; i++) {
			if (event[i] == '\n') {
				return i;
			}
		}
		return event.length;
	}

	private static byte[] filled(int size) {
		byte[] bytes = new byte[size];
		Arrays.fill(bytes, (byte) 'x');
		return bytes;
	}

	private static byte[] context() {
		Invocation invocation = CurrentInvocation.get();
		if (invocation == null) {
			return "none".getBytes(StandardCharsets.UTF_8);
		}
		Context context = new LambdaContext(invocation, System.getenv());
		StringBuilder text = new StringBuilder();
		line(text, "requestId", context.getAwsRequestId());
		line(text, "arn", context.getInvokedFunctionArn());
		line(text, "name", context.getFunctionName());
		line(text, "version", context.getFunctionVersion());
		line(text, "memory", context.getMemoryLimitInMB());
		line(text, "group", context.getLogGroupName());
		line(text, "stream", context.getLogStreamName());
		line(text, "remaining", context.getRemainingTimeInMillis());
		line(text, "tenant", context.getTenantId());
		line(text, "trace", context.getXrayTraceId());
		line(text, "traceProperty", System.getProperty("com.amazonaws.xray.traceHeader"));
		line(text, "identity", (context.getIdentity() != null) ? context.getIdentity().getIdentityId() : null);
		line(text, "custom", (context.getClientContext() != null) ? context.getClientContext().getCustom() : null);
		line(text, "interrupted", Thread.currentThread().isInterrupted());
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void line(StringBuilder text, String name, Object value) {
		text.append(name).append('=').append(value).append('\n');
	}

	private static byte[] memory() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return Long.toString(runtime.totalMemory() - runtime.freeMemory()).getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] exhaust() {
		List<byte[]> all = new ArrayList<>();
		while (true) {
			all.add(new byte[4 * 1024 * 1024]);
		}
	}

	private static int recurse(int depth) {
		return recurse(depth + 1) + depth;
	}

	private static Throwable failure(String type, String message) {
		return switch (type) {
			case "error" -> new NoClassDefFoundError(message);
			case "cause" -> new IllegalStateException(message, new IOException("the cause"));
			case "null" -> new IllegalStateException();
			case "checked" -> new IOException(message);
			default -> new IllegalStateException(message);
		};
	}

}
