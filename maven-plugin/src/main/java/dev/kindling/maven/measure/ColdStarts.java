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

package dev.kindling.maven.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.kindling.local.invoke.InvocationReport;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.LocalLambdaBuilder;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Starts the function again and again, and notes what each start took.
 *
 * @param millis from the start of each process to its first answer
 * @param memory bytes that each process has had resident at most
 */
public record ColdStarts(List<Long> millis, List<Long> memory) {

	private static final long MEBIBYTE = 1024 * 1024;

	/**
	 * Measures. A first start, which only warms up this machine's caches and this JVM,
	 * isn't counted.
	 * @param function describes the function anew for each start
	 * @param event what each process gets
	 * @param starts how many are counted
	 * @return the values
	 * @throws MojoFailureException if the function fails
	 */
	public static ColdStarts measure(FunctionSupplier function, byte[] event, int starts) throws MojoFailureException {
		List<Long> millis = new ArrayList<>();
		List<Long> memory = new ArrayList<>();
		for (int i = 0; i <= starts; i++) {
			try (LocalLambda lambda = function.get().logs((line) -> {
			}).build()) {
				InvokeResult result = lambda.invoke(InvokeRequest.of(event));
				if (result.isError()) {
					throw new MojoFailureException("The function fails with the event kindling.budget.payload: "
							+ result.payloadAsString() + "\n" + String.join("\n", result.logs()));
				}
				if (i > 0) {
					InvocationReport report = result.report();
					Duration init = (report.initDuration() != null) ? report.initDuration() : Duration.ZERO;
					millis.add(init.plus(report.duration()).toMillis());
					memory.add(report.maxMemoryUsed() * MEBIBYTE);
				}
			}
		}
		return new ColdStarts(millis, memory);
	}

	/**
	 * What a start takes.
	 * @return milliseconds, the median
	 */
	public long medianMillis() {
		return median(this.millis);
	}

	/**
	 * What a process has had resident at most.
	 * @return bytes, the median
	 */
	public long medianMemory() {
		return median(this.memory);
	}

	private static long median(List<Long> values) {
		List<Long> sorted = new ArrayList<>(values);
		sorted.sort(null);
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
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
