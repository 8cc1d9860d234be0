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

package dev.kindling.runtime.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.kindling.runtime.LambdaError;
import dev.kindling.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A failure in the form that the Runtime API takes.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda
 * Runtime API</a>
 */
public final class ErrorReport {

	static final String CONTENT_TYPE = "application/vnd.aws.lambda.error+json";

	/**
	 * The most bytes that Lambda takes of an error.
	 */
	public static final int MAX_BYTES = 1024 * 1024;

	/**
	 * What is reported when there is no memory left to report more.
	 */
	private static final byte[] OUT_OF_MEMORY = ("{\"errorMessage\":\"No memory is left, not even to describe the failure\","
			+ "\"errorType\":\"java.lang.OutOfMemoryError\",\"stackTrace\":[]}")
		.getBytes(StandardCharsets.US_ASCII);

	private static final StackTraceElement[] NO_FRAMES = {};

	private static final int MAX_CAUSES = 16;

	private static final int MAX_FRAME_BYTES = 1024;

	private static final int MAX_TYPE_BYTES = 1024;

	private final Throwable failure;

	/** Gives the type. */
	private final Throwable named;

	private final String type;

	public ErrorReport(Throwable failure) {
		this(failure, failure);
	}

	private ErrorReport(Throwable failure, Throwable named) {
		this.failure = failure;
		this.named = named;
		this.type = ErrorTypes.headerValue(named);
	}

	/**
	 * A failed start. A framework wraps what an application throws, so that the type is
	 * that of the first in the chain that names one.
	 */
	static ErrorReport ofStart(Throwable failure) {
		for (Throwable link : chain(failure)) {
			if (link instanceof LambdaError) {
				return new ErrorReport(failure, link);
			}
		}
		return new ErrorReport(failure);
	}

	/**
	 * The value of {@code Lambda-Runtime-Function-Error-Type}.
	 */
	String type() {
		return this.type;
	}

	/**
	 * The body: message, type, stack trace and causes, at most 1 MiB of it.
	 */
	byte[] body() {
		return body(256 * 1024, 512 * 1024, 768 * 1024);
	}

	/**
	 * A body of at most 2.5 KB, without causes. A server written in Go takes no more than
	 * 4 KiB of trailers.
	 */
	byte[] briefBody() {
		return body(768, 1024, 0);
	}

	private byte[] body(int maxMessage, int framesUntil, int causesUntil) {
		try {
			return write(maxMessage, framesUntil, causesUntil);
		}
		catch (OutOfMemoryError ex) {
			return OUT_OF_MEMORY;
		}
	}

	private byte[] write(int maxMessage, int framesUntil, int causesUntil) {
		JsonWriter json = new JsonWriter(false, MAX_BYTES);
		List<Throwable> chain = chain(this.failure);
		int open = 0;
		for (Throwable link : chain) {
			if (open > 0) {
				if (json.length() >= causesUntil) {
					break;
				}
				json.raw(",\"cause\":");
			}
			json.raw("{\"errorMessage\":").string(message(link), (open > 0) ? maxMessage / 8 : maxMessage);
			json.raw(",\"errorType\":")
				.string(ErrorTypes.bodyValue((open > 0) ? link : this.named), MAX_TYPE_BYTES)
				.raw(",\"stackTrace\":[");
			boolean first = true;
			for (StackTraceElement frame : frames(link)) {
				if (json.length() >= framesUntil) {
					break;
				}
				json.raw(first ? "" : ",").string(frame.toString(), MAX_FRAME_BYTES);
				first = false;
			}
			json.raw("]");
			open++;
		}
		for (; open > 0; open--) {
			json.raw("}");
		}
		return json.toBytes();
	}

	/**
	 * The value of {@code Lambda-Runtime-Function-XRay-Error-Cause}, in ASCII.
	 * @return the value, or {@code null} if it would exceed 1 MiB or the memory that is
	 * left
	 */
	@Nullable String xrayCause() {
		try {
			return writeXrayCause();
		}
		catch (OutOfMemoryError ex) {
			return null;
		}
	}

	private @Nullable String writeXrayCause() {
		JsonWriter json = new JsonWriter(true, MAX_BYTES);
		json.raw("{").field("working_directory", System.getProperty("user.dir", "/")).raw(",\"exceptions\":[");
		List<String> paths = new ArrayList<>();
		boolean first = true;
		for (Throwable link : chain(this.failure)) {
			json.raw(first ? "{" : ",{").field("message", message(link)).raw(",");
			json.field("type", ErrorTypes.bodyValue(link)).raw(",\"stack\":[");
			writeFrames(json, frames(link), paths);
			json.raw("]}");
			first = false;
		}
		json.raw("],\"paths\":[");
		for (int i = 0; i < paths.size(); i++) {
			json.raw((i > 0) ? "," : "").string(paths.get(i), Integer.MAX_VALUE);
		}
		json.raw("]}");
		return json.overflowed() ? null : json.toString();
	}

	private static void writeFrames(JsonWriter json, StackTraceElement[] frames, List<String> paths) {
		for (int i = 0; i < frames.length && !json.overflowed(); i++) {
			StackTraceElement frame = frames[i];
			json.raw((i > 0) ? ",{" : "{").field("label", frame.getClassName() + "." + frame.getMethodName());
			String file = frame.getFileName();
			if (file != null) {
				json.raw(",").field("path", file);
				if (!paths.contains(file)) {
					paths.add(file);
				}
			}
			json.raw(",\"line\":").raw(Integer.toString(Math.max(frame.getLineNumber(), 0))).raw("}");
		}
	}

	private static List<Throwable> chain(Throwable failure) {
		List<Throwable> chain = new ArrayList<>(2);
		Throwable link = failure;
		while (link != null && chain.size() < MAX_CAUSES && !holds(chain, link)) {
			chain.add(link);
			link = cause(link);
		}
		return chain;
	}

	private static boolean holds(List<Throwable> chain, Throwable link) {
		for (int i = 0; i < chain.size(); i++) {
			if (chain.get(i) == link) {
				return true;
			}
		}
		return false;
	}

	// What follows calls code of the failure's class, which may fail itself

	private static @Nullable Throwable cause(Throwable link) {
		try {
			return link.getCause();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private static String message(Throwable link) {
		try {
			String message = link.getMessage();
			return (message != null) ? message : "";
		}
		catch (RuntimeException ex) {
			return "";
		}
	}

	private static StackTraceElement[] frames(Throwable link) {
		try {
			StackTraceElement[] frames = link.getStackTrace();
			return (frames != null) ? frames : NO_FRAMES;
		}
		catch (RuntimeException ex) {
			return NO_FRAMES;
		}
	}

}
