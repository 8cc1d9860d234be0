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

package dev.kindling.maven;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.LocalLambdaBuilder;
import dev.kindling.maven.source.GivenEvent;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Sends one event to the function and prints the answer to the standard output, and
 * Lambda's REPORT line and the log to the standard error. With <code>mvn -q</code> the
 * standard output has nothing but the answer. The event goes to the Lambda that
 * <code>kindling:run</code> has started for this project; when there is none, one is
 * started for this event. Fails when the function does.
 */
@Mojo(name = "invoke", requiresDirectInvocation = true,
		requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public class InvokeMojo extends AbstractFunctionMojo {

	/**
	 * The event, as JSON.
	 */
	@Parameter(property = "payload")
	private @Nullable String payload;

	/**
	 * A file with the event.
	 */
	@Parameter(property = "file")
	private @Nullable File file;

	/**
	 * Calls this function as its schedule would do it now, with Amazon EventBridge's
	 * event. For a Lambda that <code>kindling:run</code> has started.
	 */
	@Parameter(property = "schedule")
	private @Nullable String schedule;

	@Override
	public void execute() throws MojoExecutionException, MojoFailureException {
		byte[] event = (this.schedule == null) ? event() : new byte[0];
		PrintStream answers = System.out;
		// Maven's log goes there, too, and the servers have no other
		System.setOut(System.err);
		try {
			URI running = runningLambda().find();
			if (this.schedule != null) {
				if (running == null) {
					throw new MojoFailureException("A schedule is fired in a running Lambda: start kindling:run first");
				}
				print(RemoteInvocation.fire(running, this.schedule), answers);
				return;
			}
			Answer answer = (running != null) ? RemoteInvocation.send(running, functionName(), event)
					: invokeOnce(event);
			print(answer, answers);
		}
		catch (IOException | UncheckedIOException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new MojoFailureException(ex.getMessage(), ex);
		}
		finally {
			System.setOut(answers);
		}
	}

	private byte[] event() throws MojoFailureException {
		return GivenEvent.read(this.payload, this.file)
			.orElseThrow(() -> new MojoFailureException(
					"There is no event: give one by -Dpayload='{\"name\":\"mamezou\"}' or -Dfile=event.json"));
	}

	private Answer invokeOnce(byte[] event) throws MojoFailureException {
		LocalLambdaBuilder builder = function(runsExecutable()).logs(System.err::println);
		try (LocalDatabase database = needsDynamoDb() ? startDatabase(0) : null) {
			if (database != null) {
				builder.dynamoDb(database.get()).environment(tableVariables());
			}
			try (LocalLambda lambda = builder.build()) {
				InvokeResult result = lambda.invoke(InvokeRequest.of(event));
				// The log has shown the report already.
				return new Answer(result.payload(), result.functionError(), null);
			}
		}
	}

	private static void print(Answer answer, PrintStream answers) throws MojoFailureException {
		answers.println(answer.text());
		if (answer.report() != null) {
			System.err.println(answer.report());
		}
		if (answer.functionError() != null) {
			throw new MojoFailureException("The function failed: " + answer.text());
		}
	}

	/**
	 * What came back.
	 *
	 * @param payload the answer or the error
	 * @param functionError {@code null} when all went well
	 * @param report the REPORT line, if it hasn't been shown yet
	 */
	record Answer(byte[] payload, @Nullable String functionError, @Nullable String report) {

		String text() {
			return new String(this.payload, StandardCharsets.UTF_8);
		}

	}

}
