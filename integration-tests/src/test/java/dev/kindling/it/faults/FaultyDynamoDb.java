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

package dev.kindling.it.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of DynamoDB and passes each call on, unless a fault is in order. A
 * fault is for one call; {@link #always} is for all that have none of their own.
 */
final class FaultyDynamoDb implements AutoCloseable {

	private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter SIGNING_DATE = DateTimeFormatter
		.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final Duration SIGNATURE_VALIDITY = Duration.ofMinutes(5);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Server server = new Server();

	private final ServerConnector connector;

	private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

	private final AtomicInteger calls = new AtomicInteger();

	private volatile Fault always = Fault.none();

	private volatile Duration clockOffset = Duration.ZERO;

	private volatile URI target;

	FaultyDynamoDb(URI target) {
		this.target = target;
		HttpConfiguration configuration = new HttpConfiguration();
		configuration.setSendDateHeader(false);
		this.connector = new ServerConnector(this.server, 1, 1, new HttpConnectionFactory(configuration));
		this.connector.setHost("127.0.0.1");
		this.server.addConnector(this.connector);
		this.server.setHandler(new Handler.Abstract() {

			@Override
			public boolean handle(Request request, Response response, Callback callback) throws Exception {
				FaultyDynamoDb.this.handle(request, response, callback);
				return true;
			}

		});
		this.server.setStopTimeout(0);
		try {
			this.server.start();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The proxy can't be started", ex);
		}
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.connector.getLocalPort());
	}

	/**
	 * Passes calls on to another DynamoDB from now on.
	 */
	void target(URI endpoint) {
		this.target = endpoint;
	}

	/**
	 * The next calls meet these faults, one each.
	 */
	void next(Fault... faults) {
		this.faults.addAll(java.util.List.of(faults));
	}

	void always(Fault fault) {
		this.always = fault;
	}

	/**
	 * Moves the clock of the service: it says so in {@code Date}, and refuses signatures
	 * of another time.
	 */
	void clockOffset(Duration offset) {
		this.clockOffset = offset;
	}

	/**
	 * How many calls have come in.
	 */
	int calls() {
		return this.calls.get();
	}

	private void handle(Request request, Response response, Callback callback) throws Exception {
		this.calls.incrementAndGet();
		byte[] body;
		try (InputStream input = Content.Source.asInputStream(request)) {
			body = input.readAllBytes();
		}
		response.getHeaders().put(HttpHeader.DATE, HTTP_DATE.format(Instant.now().plus(this.clockOffset)));
		String signed = request.getHeaders().get("X-Amz-Date");
		if (signed != null && isOutOfTime(signed)) {
			refuse(response, callback, "com.amazon.coral.service#InvalidSignatureException",
					"Signature expired or not yet current: " + signed);
			return;
		}
		Fault queued = this.faults.poll();
		Fault fault = (queued != null) ? queued : this.always;
		Thread.sleep(fault.delay().toMillis());
		if (fault.cut()) {
			request.getConnectionMetaData().getConnection().getEndPoint().close();
			return;
		}
		if (fault.error() != null) {
			refuse(response, callback, fault.error(), "On purpose");
			return;
		}
		forward(request, body, response, callback);
	}

	private boolean isOutOfTime(String signed) {
		Instant time = SIGNING_DATE.parse(signed, Instant::from);
		return Duration.between(time, Instant.now().plus(this.clockOffset)).abs().compareTo(SIGNATURE_VALIDITY) > 0;
	}

	private static void refuse(Response response, Callback callback, String type, String message) {
		byte[] json = ("{\"__type\":\"" + type + "\",\"message\":\"" + message + "\"}")
			.getBytes(StandardCharsets.UTF_8);
		response.setStatus(400);
		response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
		response.write(true, ByteBuffer.wrap(json), callback);
	}

	private void forward(Request request, byte[] body, Response response, Callback callback)
			throws IOException, InterruptedException {
		HttpRequest.Builder forwarded = HttpRequest.newBuilder(this.target.resolve("/"))
			.method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
		for (HttpField field : request.getHeaders()) {
			String name = field.getName().toLowerCase(Locale.ROOT);
			if (name.startsWith("x-amz-") || name.equals("authorization") || name.equals("content-type")) {
				forwarded.header(field.getName(), field.getValue());
			}
		}
		HttpResponse<byte[]> answer = this.client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
		response.setStatus(answer.statusCode());
		answer.headers().map().forEach((name, values) -> {
			if (name.startsWith("x-amz") || name.equals("content-type")) {
				response.getHeaders().put(name, values);
			}
		});
		response.write(true, ByteBuffer.wrap(answer.body()), callback);
	}

	@Override
	public void close() {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The proxy can't be stopped", ex);
		}
	}

	/**
	 * What happens to one call.
	 *
	 * @param delay before anything else happens
	 * @param cut whether the connection is closed without an answer
	 * @param error the type of error that is answered, if any
	 */
	record Fault(Duration delay, boolean cut, @Nullable String error) {

		static Fault none() {
			return new Fault(Duration.ZERO, false, null);
		}

		static Fault slow(Duration delay) {
			return new Fault(delay, false, null);
		}

		static Fault lost() {
			return new Fault(Duration.ZERO, true, null);
		}

		static Fault throttled() {
			return new Fault(Duration.ZERO, false,
					"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException");
		}

	}

}
