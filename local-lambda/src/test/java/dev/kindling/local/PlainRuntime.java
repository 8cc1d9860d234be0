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

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A function that speaks the Runtime API over a socket of its own. What it does is in the
 * event's {@code do}; what it does at its start is in the environment.
 */
public final class PlainRuntime {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private static final String STREAMING = "Lambda-Runtime-Function-Response-Mode: streaming\r\n";

	private final String host;

	private final Socket socket;

	private final InputStream input;

	private final OutputStream output;

	private Map<String, String> headers = Map.of();

	private int status;

	private PlainRuntime() throws IOException {
		String[] address = System.getenv("AWS_LAMBDA_RUNTIME_API").split(":");
		this.host = address[0];
		this.socket = new Socket(address[0], Integer.parseInt(address[1]));
		this.socket.setTcpNoDelay(true);
		this.input = new BufferedInputStream(this.socket.getInputStream());
		this.output = this.socket.getOutputStream();
	}

	public static void main(String[] args) throws Exception {
		new PlainRuntime().run();
	}

	private void run() throws Exception {
		System.out.println("starting");
		switch (System.getenv().getOrDefault("INIT", "")) {
			case "error" -> {
				call("POST", "/2018-06-01/runtime/init/error",
						"Lambda-Runtime-Function-Error-Type: Runtime.NoSuchBean\r\n",
						"{\"errorType\":\"com.example.NoBean\",\"errorMessage\":\"no bean\"}".getBytes());
				System.exit(1);
			}
			case "errorFirst" -> {
				call("POST", "/2018-06-01/runtime/init/error",
						"Lambda-Runtime-Function-Error-Type: Runtime.NoSuchBean\r\n",
						"{\"errorType\":\"com.example.NoBean\",\"errorMessage\":\"no bean\"}".getBytes());
				Thread.sleep(500);
				System.out.println("APPLICATION FAILED TO START");
				System.exit(1);
			}
			case "exit" -> System.exit(7);
			case "sleep" -> Thread.sleep(60_000);
			case "once" -> {
				Path marker = Path.of(System.getenv("MARKER"));
				if (!Files.exists(marker)) {
					Files.writeString(marker, "failed");
					System.exit(3);
				}
			}
			default -> {
			}
		}
		if (System.getenv("EXTENSION") != null) {
			register();
		}
		while (true) {
			byte[] event = call("GET", "/2018-06-01/runtime/invocation/next", "", null);
			if (this.status != 200) {
				System.out.println("next answered " + this.status);
				System.exit(20);
			}
			handle(this.headers.get("lambda-runtime-aws-request-id"), event);
		}
	}

	private void register() throws IOException {
		byte[] answer = call("POST", "/2020-01-01/extension/register", "Lambda-Extension-Name: plain\r\n",
				System.getenv("EXTENSION").getBytes());
		System.out.println("registered " + this.status + " " + new String(answer));
		String identifier = this.headers.get("lambda-extension-identifier");
		if (identifier == null) {
			return;
		}
		Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("received SIGTERM")));
		Thread events = new Thread(() -> {
			try {
				PlainRuntime extension = new PlainRuntime();
				while (true) {
					byte[] event = extension.call("GET", "/2020-01-01/extension/event/next",
							"Lambda-Extension-Identifier: " + identifier + "\r\n", null);
					System.out.println("extension event " + MAPPER.readTree(event).path("eventType").asText());
				}
			}
			catch (IOException ex) {
				System.out.println("extension ends");
			}
		});
		events.setDaemon(true);
		events.start();
	}

	private void handle(String id, byte[] event) throws Exception {
		JsonNode json = MAPPER.readTree(event);
		String path = "/2018-06-01/runtime/invocation/" + id;
		switch (action(json)) {
			case "environment" -> respond(path, MAPPER.writeValueAsBytes(System.getenv()));
			case "headers" -> respond(path, MAPPER.writeValueAsBytes(this.headers));
			case "answer" -> respond(path, json.path("answer").asText().getBytes(StandardCharsets.UTF_8));
			case "large" -> {
				respond(path, new byte[json.path("size").asInt()]);
				System.out.println("response answered " + this.status);
			}
			case "print" -> {
				System.out.println("one ☃");
				System.err.println("two");
				System.out.print("unfinished");
				System.out.flush();
				respond(path, event);
			}
			case "trace" -> {
				System.out.println("It failed\r\tat one\r\tat two\r");
				respond(path, event);
			}
			case "error" -> call("POST", path + "/error", "Lambda-Runtime-Function-Error-Type: Runtime.Odd\r\n",
					"{\"errorType\":\"Odd\",\"errorMessage\":\"it went wrong\"}".getBytes());
			case "exit" -> System.exit(json.path("status").asInt());
			case "sleep" -> {
				Thread.sleep(json.path("millis").asLong());
				respond(path, event);
			}
			case "answerTwice" -> {
				respond(path, event);
				respond(path, event);
				System.out.println("second answered " + this.status);
			}
			case "exitAfterAnswer" -> {
				respond(path, event);
				System.exit(5);
			}
			case "allocate" -> {
				List<byte[]> kept = new ArrayList<>();
				for (int i = 0; i < json.path("megabytes").asInt(); i++) {
					kept.add(new byte[1024 * 1024]);
				}
				Thread.sleep(5000);
				respond(path, Integer.toString(kept.size()).getBytes());
			}
			case "url" -> respond(path,
					MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
						.put("statusCode", 201)
						.put("body", "AAEC")
						.put("isBase64Encoded", true)
						.set("headers", MAPPER.createObjectNode().put("Content-Type", "application/octet-stream"))));
			case "sleepAfterAnswer" -> {
				respond(path, event);
				Thread.sleep(json.path("millis").asLong());
				System.out.println("slept");
			}
			case "stream" -> stream(path, "text/plain", "", "one,", "two,", "three");
			case "streamForUrl" -> stream(path, "application/vnd.awslambda.http-integration-response", "",
					"{\"statusCode\":201,\"headers\":{\"X-Made-By\":\"plain\",\"Content-Type\":\"text/plain\"},"
							+ "\"cookies\":[\"a=1\"]}\0\0\0",
					"\0\0\0\0\0first,", "second");
			case "streamFailing" -> stream(path, "text/plain",
					"Lambda-Runtime-Function-Error-Type: Runtime.Late\r\nLambda-Runtime-Function-Error-Body: "
							+ Base64.getEncoder().encodeToString("{\"errorType\":\"Late\"}".getBytes()) + "\r\n",
					"one,");
			case "streamCutShort" -> {
				this.output.write(head("POST", path + "/response", STREAMING, -1));
				this.output.write("5\r\nhello\r\n".getBytes());
				this.output.flush();
				this.socket.close();
				System.exit(9);
			}
			default -> respond(path, json.has("Records") ? BatchConsumer.answer(json) : event);
		}
	}

	/**
	 * An HTTP caller names what to do in the query.
	 */
	private static String action(JsonNode event) {
		return event.path("do").asText(event.at("/queryStringParameters/do").asText());
	}

	private void respond(String path, byte[] body) throws IOException {
		call("POST", path + "/response", "Content-Type: application/json\r\n", body);
	}

	private void stream(String path, String contentType, String trailers, String... chunks) throws IOException {
		String headers = STREAMING + "Content-Type: " + contentType + "\r\n"
				+ "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n";
		this.output.write(head("POST", path + "/response", headers, -1));
		for (String chunk : chunks) {
			byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
			this.output.write((Integer.toHexString(bytes.length) + "\r\n").getBytes());
			this.output.write(bytes);
			this.output.write("\r\n".getBytes());
			this.output.flush();
			if (System.getenv("GATE") != null) {
				awaitGate();
			}
		}
		this.output.write(("0\r\n" + trailers + "\r\n").getBytes());
		receive();
	}

	/**
	 * Lets the test decide when the stream goes on.
	 */
	private static void awaitGate() throws IOException {
		Path gate = Path.of(System.getenv("GATE"));
		while (!Files.exists(gate)) {
			Thread.onSpinWait();
		}
	}

	private byte[] call(String method, String path, String extra, byte[] body) throws IOException {
		ByteArrayOutputStream message = new ByteArrayOutputStream();
		message.write(head(method, path, extra, (body != null) ? body.length : 0));
		if (body != null) {
			message.write(body);
		}
		message.writeTo(this.output);
		this.output.flush();
		return receive();
	}

	private byte[] head(String method, String path, String extra, int length) {
		String framing = (length < 0) ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + length + "\r\n";
		return (method + " " + path + " HTTP/1.1\r\nHost: " + this.host + "\r\n" + extra + framing + "\r\n").getBytes();
	}

	private byte[] receive() throws IOException {
		this.status = Integer.parseInt(line().split(" ")[1]);
		this.headers = new LinkedHashMap<>();
		for (String line = line(); !line.isEmpty(); line = line()) {
			int colon = line.indexOf(':');
			this.headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
		}
		int length = Integer.parseInt(this.headers.getOrDefault("content-length", "0"));
		byte[] body = this.input.readNBytes(length);
		if (body.length < length) {
			throw new IOException("cut short");
		}
		return body;
	}

	private String line() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				throw new IOException("connection closed");
			}
			line.write(next);
		}
		return line.toString(StandardCharsets.ISO_8859_1).trim();
	}

	static ObjectNode event(String what) {
		return MAPPER.createObjectNode().put("do", what);
	}

}
