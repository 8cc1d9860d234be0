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

package dev.kindling.maven.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.kindling.local.LocalLambda;
import dev.kindling.local.LocalLambdaBuilder;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Runs an executable that counts: for each function a start, and calls.
 */
public final class CountingRun {

	private final CountingBuild build;

	private final FunctionSupplier functions;

	private final int calls;

	private final Consumer<String> progress;

	/**
	 * Describes the runs.
	 * @param build has built the executable
	 * @param functions describes the function to a local Lambda
	 * @param calls how many there are after the first; each event comes once at least
	 * @param progress is told what takes a while
	 */
	public CountingRun(CountingBuild build, FunctionSupplier functions, int calls, Consumer<String> progress) {
		this.build = build;
		this.functions = functions;
		this.calls = calls;
		this.progress = progress;
	}

	/**
	 * Runs all functions that have events.
	 * @param events what they get
	 * @return what they used
	 * @throws ProfileException if a call fails, or the executable doesn't count
	 * @throws MojoFailureException if a function can't be described
	 * @throws IOException if the counters can't be written
	 * @throws InterruptedException if this thread is interrupted
	 */
	public UsedLists use(ProfileEvents events)
			throws ProfileException, MojoFailureException, IOException, InterruptedException {
		UsedLists lists = new UsedLists();
		for (Map.Entry<String, List<InvokeRequest>> entry : events.requests().entrySet()) {
			List<InvokeRequest> requests = entry.getValue();
			int later = Math.max(this.calls, requests.size() - 1);
			this.progress.accept(
					"Counting a start and " + later + " calls of " + entry.getKey() + ", many times slower than usual");
			Counters counters = this.build.newCounters();
			run(entry.getKey(), requests, later, counters);
			this.build.add(counters, later, lists);
		}
		return lists;
	}

	private void run(String handler, List<InvokeRequest> requests, int later, Counters counters)
			throws ProfileException, MojoFailureException, InterruptedException {
		List<String> logs = Collections.synchronizedList(new ArrayList<>());
		try (LocalLambda lambda = this.functions.get().handler(handler).logs(logs::add).build()) {
			for (int call = 0; call <= later; call++) {
				InvokeRequest request = requests.get(call % requests.size());
				InvokeResult result = lambda.invoke(request);
				if (result.isError()) {
					throw new ProfileException("The function " + handler + " fails with "
							+ new String(request.payload(), StandardCharsets.UTF_8) + ":\n" + result.payloadAsString()
							+ '\n' + String.join("\n", logs));
				}
				counters.beginNext();
			}
			if (!counters.watchesObjects()) {
				throw new ProfileException(
						"The executable's image heap wasn't found. Is this another GraalVM than 25?");
			}
		}
	}

	/**
	 * Describes the function.
	 */
	public interface FunctionSupplier {

		/**
		 * Describes it.
		 * @return the description
		 * @throws MojoFailureException if it can't be described
		 */
		LocalLambdaBuilder get() throws MojoFailureException;

	}

}
