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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import dev.kindling.test.LocalLambda;
import dev.kindling.test.LocalLambdaBuilder;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs the packaged application in a Lambda on this machine, with DynamoDB Local beside
 * it, until it is ended by Ctrl-C. Use it as <code>mvn package kindling:run</code>, or
 * <code>mvn -Pnative package kindling:run</code> for the native executable.
 */
@Mojo(name = "run", requiresDirectInvocation = true,
		requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public class RunMojo extends AbstractFunctionMojo {

	private static final Duration WHEN_DEBUGGING = Duration.ofMinutes(15);

	/**
	 * The function URL's port; <code>0</code> for a free one.
	 */
	@Parameter(property = "kindling.functionUrlPort", defaultValue = "3000")
	private int functionUrlPort;

	/**
	 * The port at which the AWS CLI and the SDKs call the function; <code>0</code> for a
	 * free one.
	 */
	@Parameter(property = "kindling.endpointPort", defaultValue = "3001")
	private int endpointPort;

	/**
	 * DynamoDB Local's port; <code>0</code> for a free one.
	 */
	@Parameter(property = "kindling.dynamodbPort", defaultValue = "8000")
	private int dynamodbPort;

	/**
	 * Lets a debugger attach to the function at this port. Time-outs are 15 minutes then.
	 * Only for the jar.
	 */
	@Parameter(property = "kindling.debug")
	private @Nullable Integer debug;

	@Override
	public void execute() throws MojoExecutionException, MojoFailureException {
		LocalLambdaBuilder builder = describe();
		RunningLambda running = runningLambda();
		LocalDatabase database = null;
		try {
			if (needsDynamoDb()) {
				database = startDatabase(this.dynamodbPort);
				builder.dynamoDb(database.get());
			}
			try (LocalLambda lambda = builder.build().start()) {
				running.write(lambda.endpoint());
				Runtime.getRuntime().addShutdownHook(new Thread(running::delete, "forget-lambda"));
				announce(lambda, database);
				new CountDownLatch(1).await();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException | UncheckedIOException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new MojoFailureException(ex.getMessage(), ex);
		}
		finally {
			running.delete();
			if (database != null) {
				database.close();
			}
		}
	}

	private LocalLambdaBuilder describe() throws MojoFailureException {
		LocalLambdaBuilder builder;
		if (this.debug == null) {
			builder = function(runsExecutable());
		}
		else if (runsExecutable()) {
			throw new MojoFailureException(
					"kindling.debug works with the jar only: leave out -Pnative and -Dkindling.native");
		}
		else {
			builder = function(false,
					"-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + this.debug);
			builder.timeout(WHEN_DEBUGGING).initTimeout(WHEN_DEBUGGING);
		}
		return builder.endpointPort(this.endpointPort).functionUrlPort(this.functionUrlPort);
	}

	private void announce(LocalLambda lambda, @Nullable LocalDatabase database) {
		getLog().info("");
		getLog().info("Function URL:  " + lambda.functionUrl());
		getLog().info("AWS CLI, SDKs: aws lambda invoke --endpoint-url " + lambda.endpoint() + " --function-name "
				+ lambda.functionName() + " --cli-binary-format raw-in-base64-out --payload '{}' answer.json");
		if (database != null) {
			getLog().info("DynamoDB:      " + database.get().endpoint());
		}
		getLog().info("Maven:         mvn kindling:invoke -Dpayload='{}'");
		getLog().info("Press Ctrl-C to end");
		getLog().info("");
	}

}
