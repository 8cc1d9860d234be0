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

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import dev.kindling.codec.HttpLimits;
import dev.kindling.codec.HttpRequest;
import dev.kindling.codec.ReceivedResponse;
import dev.kindling.runtime.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * The Runtime API over one connection: what may be asked again is asked again, and what
 * is left is either done or a reason to end the process.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda
 * Runtime API</a>
 */
public final class RuntimeApiClient implements Closeable {

	private static final byte[] NO_BODY = {};

	/**
	 * How often a post is tried in a row: one more second for the Runtime API to come
	 * back.
	 */
	private static final int MAX_POST_FAILURES = 7;

	private final RuntimeApiConnection connection;

	private final RuntimeProcess process;

	private final Backoff backoff = new Backoff();

	private final RuntimeApiRequests requests;

	private boolean answeredOnce;

	public RuntimeApiClient(RuntimeApiAddress address, RuntimeProcess process) {
		this.connection = new RuntimeApiConnection(address, HttpLimits.DEFAULT);
		this.process = process;
		this.requests = new RuntimeApiRequests(address);
	}

	/**
	 * Waits for the next invocation, for as long as it takes.
	 * @return the invocation, or {@code null} if the client has been closed meanwhile
	 * @throws BrokenEventException if the event is incomplete
	 * @throws RuntimeApiException if the process is to end
	 */
	public @Nullable Invocation next() throws BrokenEventException, RuntimeApiException {
		while (!this.connection.isClosed()) {
			try {
				ReceivedResponse response = this.connection.send(this.requests.next(), NO_BODY);
				if (response.status() == 200) {
					Invocation invocation = InvocationReader.read(response);
					this.answeredOnce = true;
					if (!invocation.requestId().isEmpty()) {
						this.backoff.succeeded();
						return invocation;
					}
					this.process
						.complain("The Runtime API sent an invocation without request id, which can't be answered");
					retryNext("an invocation without request id", false);
				}
				else {
					refused(response);
				}
			}
			catch (BrokenEventException ex) {
				this.connection.drop();
				throw ex;
			}
			catch (IOException ex) {
				this.connection.drop();
				lost(ex);
			}
		}
		return null;
	}

	private void refused(ReceivedResponse response) throws IOException, RuntimeApiException {
		ApiAnswer answer = new ApiAnswer(response.status(), NO_BODY);
		if (answer.isFatal()) {
			throw ended("the next invocation", answer);
		}
		response.body().close();
		this.answeredOnce = true;
		retryNext("status " + response.status(), false);
	}

	private void lost(IOException failure) throws RuntimeApiException {
		if (this.connection.isClosed()) {
			return;
		}
		if (!this.answeredOnce && !this.connection.isReused() && isNobodyThere(failure)) {
			throw new RuntimeApiException("Nobody answers at " + RuntimeApiAddress.VARIABLE + ": "
					+ failure.getClass().getSimpleName() + ". Is this running in Lambda, or in a local one?");
		}
		retryNext("a lost connection (" + failure.getClass().getSimpleName() + ")", this.connection.isReused());
	}

	private static boolean isNobodyThere(IOException failure) {
		return failure instanceof ConnectException || failure instanceof UnknownHostException
				|| failure instanceof NoRouteToHostException || failure instanceof SocketTimeoutException;
	}

	private void retryNext(String reason, boolean immediately) throws RuntimeApiException {
		if (!this.backoff.failed(immediately, Backoff.MAX_FAILURES) && !this.connection.isClosed()) {
			throw new RuntimeApiException("The Runtime API gave no invocation " + Backoff.MAX_FAILURES
					+ " times in a row, the last time because of " + reason);
		}
	}

	/**
	 * The requests that answer invocations.
	 */
	public RuntimeApiRequests requests() {
		return this.requests;
	}

	/**
	 * Posts the whole answer of an invocation. If it is refused, the caller gets an error
	 * instead.
	 * @throws RuntimeApiException if the process is to end
	 */
	public void respond(String requestId, HttpRequest request, byte[] body) throws RuntimeApiException {
		ApiAnswer answer = post(request, body, false);
		endIfFatal("the response", answer);
		if (answer == null || !answer.isAccepted()) {
			refusedResponse(requestId, answer, body.length);
		}
	}

	/**
	 * Starts an answer that is sent while it is made.
	 */
	public StreamedBody stream(HttpRequest request) {
		return new StreamedBody(this.connection, request);
	}

	/**
	 * Ends an answer of which a part may have been sent.
	 * @param failure why there is no more of it, after the first byte has been sent
	 * @throws RuntimeApiException if the process is to end
	 */
	public void finish(String requestId, StreamedBody body, @Nullable Throwable failure) throws RuntimeApiException {
		ApiAnswer answer;
		if (!body.isStarted()) {
			answer = post(body.request(), body.toBytes(), true);
		}
		else {
			try {
				answer = body.finish((failure != null) ? new ErrorReport(failure) : null);
			}
			catch (IOException ex) {
				this.connection.drop();
				answer = null;
			}
		}
		endIfFatal("the response", answer);
		if (answer == null || !answer.isAccepted()) {
			refusedResponse(requestId, answer, body.length());
		}
	}

	/**
	 * What follows when an answer isn't accepted: the caller is told, unless the
	 * invocation is over.
	 */
	private void refusedResponse(String requestId, @Nullable ApiAnswer answer, long length) throws RuntimeApiException {
		if (answer != null && answer.isStale()) {
			this.process.complain("The response came too late: invocation " + requestId + " is over (status 400)");
			return;
		}
		RuntimeFailure failure;
		if (answer == null) {
			failure = new RuntimeFailure("Runtime.ResponseNotSent", "The response could not be sent to Lambda", null);
		}
		else if (answer.status() == ApiAnswer.TOO_LARGE) {
			failure = new RuntimeFailure("Function.ResponseSizeTooLarge",
					"The response has " + length + " bytes, which is more than Lambda takes", null);
		}
		else {
			failure = new RuntimeFailure("Runtime.ResponseRefused",
					"Lambda refused the response with status " + answer.status(), null);
		}
		this.process.complain(failure.getMessage() + " (invocation " + requestId + ")");
		// The Runtime API may have told the caller itself, and then refuses this, even
		// with 403
		answer = postError(RuntimeApiRequests.errorOf(requestId), new ErrorReport(failure));
		if (answer != null && answer.status() == ApiAnswer.CONTAINER_ERROR) {
			throw ended("the error", answer);
		}
	}

	/**
	 * Posts that an invocation failed.
	 * @throws RuntimeApiException if the process is to end
	 */
	public void error(String requestId, ErrorReport report) throws RuntimeApiException {
		ApiAnswer answer = postError(RuntimeApiRequests.errorOf(requestId), report);
		endIfFatal("the error", answer);
		if (answer == null || !answer.isAccepted()) {
			this.process.complain("The error of invocation " + requestId + " was not accepted ("
					+ ((answer != null) ? "status " + answer.status() : "connection lost") + ")");
		}
	}

	/**
	 * Posts the whole report, or a brief one if that is too large for the other side.
	 */
	private @Nullable ApiAnswer postError(String target, ErrorReport report) {
		ApiAnswer answer = post(this.requests.error(target, report, true), report.body(), false);
		if (answer != null && answer.isTooLarge()) {
			answer = post(this.requests.error(target, report, false), report.briefBody(), false);
		}
		return answer;
	}

	/**
	 * Posts that the process can't serve invocations.
	 * @return whether it was accepted
	 */
	boolean initError(ErrorReport report) {
		ApiAnswer answer = postError(RuntimeApiRequests.INIT_ERROR, report);
		return answer != null && answer.isAccepted();
	}

	/**
	 * Posts, again after a lost connection. The Runtime API takes one answer for each
	 * invocation, so that one too many does no harm.
	 * @return the answer, or {@code null} if there is none
	 */
	private @Nullable ApiAnswer post(HttpRequest request, byte[] body, boolean chunked) {
		this.backoff.succeeded();
		ApiAnswer answer = null;
		boolean lost = false;
		do {
			try {
				answer = this.connection.exchange(request, body, chunked);
				if (!answer.isTransient()) {
					this.backoff.succeeded();
					return (lost && answer.isStale()) ? new ApiAnswer(202, NO_BODY) : answer;
				}
			}
			catch (IOException ex) {
				this.connection.drop();
				lost = true;
			}
		}
		while (!this.connection.isClosed() && this.backoff.failed(true, MAX_POST_FAILURES));
		return answer;
	}

	private static void endIfFatal(String what, @Nullable ApiAnswer answer) throws RuntimeApiException {
		if (answer != null && answer.isFatal()) {
			throw ended(what, answer);
		}
	}

	private static RuntimeApiException ended(String what, ApiAnswer answer) {
		return new RuntimeApiException("The Runtime API answered " + what + " with status " + answer.status()
				+ ((answer.status() == ApiAnswer.CONTAINER_ERROR) ? " (container error)" : " (not allowed now)"));
	}

	/**
	 * Ends whatever the client waits for, and keeps it from starting anew.
	 */
	@Override
	public void close() {
		this.connection.close();
	}

}
