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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.kindling.maven.measure.ColdStarts;
import dev.kindling.maven.measure.Sizes;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Measures the native executable and fails the build when it exceeds a limit. A limit
 * that isn't set isn't checked.
 */
@Mojo(name = "budget", defaultPhase = LifecyclePhase.VERIFY,
		requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public class BudgetMojo extends AbstractFunctionMojo {

	/**
	 * How large the executable may be, such as <code>45 MB</code>.
	 */
	@Parameter(property = "kindling.budget.executableSize")
	private @Nullable String executableSize;

	/**
	 * How large its zip may be, such as <code>16 MB</code>.
	 */
	@Parameter(property = "kindling.budget.zippedSize")
	private @Nullable String zippedSize;

	/**
	 * How many milliseconds a cold start may take, from the start of the process to the
	 * answer: the median of all that are measured.
	 */
	@Parameter(property = "kindling.budget.coldStartMillis")
	private @Nullable Long coldStartMillis;

	/**
	 * How much memory the process may have resident when it has answered, such as
	 * <code>40 MB</code>: the median of all that are measured.
	 */
	@Parameter(property = "kindling.budget.residentMemory")
	private @Nullable String residentMemory;

	/**
	 * How many cold starts are measured.
	 */
	@Parameter(property = "kindling.budget.starts", defaultValue = "10")
	private int starts;

	/**
	 * The event that each cold start gets.
	 */
	@Parameter(property = "kindling.budget.payload", defaultValue = "{}")
	private String payload = "";

	/**
	 * Where the zip is written to be measured.
	 */
	@Parameter(defaultValue = "${project.build.directory}/kindling/budget.zip", readonly = true)
	private File zip = new File("");

	@Override
	public void execute() throws MojoExecutionException, MojoFailureException {
		if (this.starts < 1 || this.starts > 1000) {
			throw new MojoFailureException("kindling.budget.starts is from 1 to 1000, not " + this.starts);
		}
		Path file = executable();
		if (!Files.isRegularFile(file)) {
			throw new MojoFailureException(Hints.noExecutable(file));
		}
		try {
			List<Limit> limits = measure(file);
			List<String> exceeded = new ArrayList<>();
			for (Limit limit : limits) {
				getLog().info(limit.describe());
				if (limit.isExceeded()) {
					exceeded.add(limit.describe());
				}
			}
			if (!exceeded.isEmpty()) {
				throw new MojoFailureException(
						"The function is over its budget:\n  - " + String.join("\n  - ", exceeded));
			}
		}
		catch (IOException | UncheckedIOException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new MojoFailureException(ex.getMessage(), ex);
		}
	}

	private List<Limit> measure(Path file) throws IOException, MojoFailureException {
		List<Limit> limits = new ArrayList<>();
		limits.add(Limit.ofBytes("executable size", Files.size(file), this.executableSize));
		FunctionZip.write(file, FunctionZip.librariesBeside(file), this.zip.toPath());
		limits.add(Limit.ofBytes("zipped size", Files.size(this.zip.toPath()), this.zippedSize));
		try (LocalDatabase database = needsDynamoDb() ? startDatabase(0) : null) {
			ColdStarts measured = ColdStarts.measure(() -> (database != null)
					? function(true).dynamoDb(database.get()).environment(tableVariables()) : function(true),
					this.payload.getBytes(StandardCharsets.UTF_8), this.starts);
			String times = " (median of " + this.starts + " starts)";
			limits.add(Limit.ofMillis("cold start" + times, measured.medianMillis(), this.coldStartMillis));
			limits.add(Limit.ofBytes("resident memory" + times, measured.medianMemory(), this.residentMemory));
		}
		return limits;
	}

	/**
	 * A value, and how large it may be.
	 *
	 * @param name what was measured
	 * @param value the value
	 * @param limit the limit; {@code null} if there is none
	 * @param bytes whether these are bytes or milliseconds
	 */
	private record Limit(String name, long value, @Nullable Long limit, boolean bytes) {

		static Limit ofBytes(String name, long value, @Nullable String limit) {
			return new Limit(name, value, (limit != null) ? Long.valueOf(Sizes.parse(limit)) : null, true);
		}

		static Limit ofMillis(String name, long value, @Nullable Long limit) {
			return new Limit(name, value, limit, false);
		}

		boolean isExceeded() {
			return this.limit != null && this.value > this.limit;
		}

		String describe() {
			String of = (this.limit != null) ? " of " + text(this.limit) : ", no limit set";
			return this.name + ": " + text(this.value) + of + (isExceeded() ? ", exceeded" : "");
		}

		private String text(long amount) {
			return this.bytes ? Sizes.megabytes(amount) : amount + " ms";
		}

	}

}
