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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.record.RecordedAnswer;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Runs an executable that counts: for each function a start, and calls.
 */
public final class CountingRun {

	/** Of the calls: collections of garbage belong to them, too. */
	private static final double OFTEN = 0.1;

	private final CountingBuild build;

	private final CountedFunction function;

	private final int calls;

	private final Log log;

	/**
	 * Describes the runs.
	 * @param build has built the executable
	 * @param function starts a local Lambda with it
	 * @param calls how many there are after the first; each event comes once at least
	 * @param log is told what takes a while, and what may not be meant
	 */
	public CountingRun(CountingBuild build, CountedFunction function, int calls, Log log) {
		this.build = build;
		this.function = function;
		this.calls = calls;
		this.log = log;
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
		for (Map.Entry<String, List<ProfileEvent>> entry : events.byHandler().entrySet()) {
			int different = entry.getValue().size();
			int later = Math.max(this.calls, different - 1);
			this.log.info(
					"Counting a start and " + later + " calls of " + entry.getKey() + ", many times slower than usual");
			Counters counters = this.build.newCounters();
			List<String> lines = Collections.synchronizedList(new ArrayList<>());
			this.function.run(entry.getKey(), lines::add,
					(lambda) -> call(lambda, entry.getValue(), later, counters, lines));
			this.build.add(counters, often(later, different), lists);
		}
		return lists;
	}

	/**
	 * How many calls use what belongs to calls. An event that comes as often as others do
	 * must be among them.
	 */
	static int often(int calls, int events) {
		return Math.max(1, Math.min((int) Math.ceil(OFTEN * calls), calls / events));
	}

	private void call(LocalLambda lambda, List<ProfileEvent> events, int later, Counters counters, List<String> lines)
			throws ProfileException, InterruptedException {
		Set<String> doubtful = new LinkedHashSet<>();
		for (int call = 0; call <= later; call++) {
			ProfileEvent event = events.get(call % events.size());
			InvokeResult result = lambda.invoke(event.request());
			if (result.isError()) {
				throw new ProfileException(event.name() + " fails"
						+ ((call >= events.size())
								? " when it comes again. Each event is sent several times, to the same tables" : "")
						+ ":\n" + result.payloadAsString() + '\n' + String.join("\n", lines));
			}
			String doubt = doubt(result);
			if (doubt != null && doubtful.add(event.name())) {
				this.log.warn(event.name() + " is answered with " + doubt + ": that is what is measured");
			}
			try {
				counters.beginNext();
			}
			catch (ProfileException ex) {
				throw new ProfileException(ex.getMessage() + ":\n" + String.join("\n", lines));
			}
		}
		if (!counters.watchesObjects()) {
			throw new ProfileException("The executable's image heap wasn't found. Is this another GraalVM than 25?");
		}
	}

	/**
	 * What looks like a refusal, such as of credentials that are masked.
	 */
	static @Nullable String doubt(InvokeResult result) {
		JsonNode answer = RecordedAnswer.of(result).path("answer");
		if (answer.path("statusCode").asInt() >= 400) {
			return "status " + answer.path("statusCode").asInt();
		}
		return answer.path("batchItemFailures").isEmpty() ? null : "failed records";
	}

	/**
	 * The function, in a local Lambda.
	 */
	public interface CountedFunction {

		/**
		 * Starts it, with tables that are empty, and ends it.
		 * @param handler the value of <code>_HANDLER</code>
		 * @param lines takes its log
		 * @param calls what is done with it
		 * @throws ProfileException what the calls throw
		 * @throws MojoFailureException if it can't be described
		 * @throws InterruptedException what the calls throw
		 */
		void run(String handler, Consumer<String> lines, Calls calls)
				throws ProfileException, MojoFailureException, InterruptedException;

	}

	/**
	 * What is done with a function.
	 */
	public interface Calls {

		/**
		 * Calls it.
		 * @param lambda what it runs in
		 * @throws ProfileException if a call fails, or the executable doesn't count
		 * @throws InterruptedException if this thread is interrupted
		 */
		void make(LocalLambda lambda) throws ProfileException, InterruptedException;

	}

}
