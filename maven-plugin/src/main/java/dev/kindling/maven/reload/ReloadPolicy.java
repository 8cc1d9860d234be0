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

package dev.kindling.maven.reload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.kindling.local.invoke.FunctionCode;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to do about files that have changed: sources are built, and what was built
 * otherwise than before, by whom ever, is run. As long as the sources are wrong nothing
 * is run; when they are mended to what they were, what ran goes on.
 */
final class ReloadPolicy {

	/**
	 * An editor saves several files, one after the other.
	 */
	private static final Duration QUIET_SOURCES = Duration.ofMillis(100);

	/**
	 * What was built here is complete, but an IDE may be building the same.
	 */
	private static final Duration QUIET_BUILT = Duration.ofMillis(100);

	/**
	 * A compiler of someone else's writes its files one after the other, too, with
	 * pauses.
	 */
	private static final Duration QUIET_OUTPUT = Duration.ofMillis(400);

	/**
	 * After {@code mvn clean} someone else may be about to build.
	 */
	private static final Duration QUIET_LOST = Duration.ofSeconds(1);

	private static final int ATTEMPTS = 10;

	private final WatchedFiles sources;

	private final Build build;

	private final Application application;

	private final WatchedFiles output;

	private final Copies copies;

	private final Log log;

	private boolean started;

	private int buildsInARow;

	private String cause = "";

	private @Nullable String sourceProblem;

	private @Nullable String outputProblem;

	ReloadPolicy(Supplier<List<Path>> sources, Build build, Application application, Copies copies, Log log) {
		this.sources = new WatchedFiles(sources);
		this.build = build;
		this.application = application;
		this.output = new WatchedFiles(application::files);
		this.copies = copies;
		this.log = log;
	}

	/**
	 * Builds everything.
	 * @return the first code
	 * @throws BuildFailure if there is none
	 */
	FunctionCode start() throws BuildFailure, IOException, InterruptedException {
		// Before it: what is edited meanwhile isn't in it
		this.sources.take(Duration.ZERO);
		this.build.run(Changes.NONE);
		this.output.take(Duration.ZERO);
		FunctionCode code = freeze();
		this.started = true;
		return code;
	}

	/**
	 * Looks at all files, and builds what has to be.
	 * @return new code; {@code null} if what runs is to go on, or there is a problem
	 */
	@Nullable FunctionCode refresh() throws IOException, InterruptedException {
		if (!this.started) {
			throw new IllegalStateException("Nothing has been built yet");
		}
		Changes changes = this.sources.take(QUIET_SOURCES);
		boolean edited = !changes.isEmpty();
		if (edited || (this.sourceProblem == null && this.output.lost(QUIET_LOST))) {
			this.buildsInARow++;
			build(changes);
		}
		else {
			this.buildsInARow = 0;
		}
		return (this.sourceProblem == null) ? deployable(edited, changes) : null;
	}

	/**
	 * What keeps the code from being run.
	 * @return the message; {@code null} if all is well
	 */
	@Nullable String problem() {
		return (this.sourceProblem != null) ? this.sourceProblem : this.outputProblem;
	}

	/**
	 * What has changed in the last code.
	 */
	String cause() {
		return this.cause;
	}

	/**
	 * How often each look has found something to build. That of a plugin that writes to
	 * the sources never ends.
	 */
	int buildsInARow() {
		return this.buildsInARow;
	}

	private void build(Changes changes) {
		this.log.info(changes.isEmpty() ? "What was compiled is gone: compiling again"
				: changes + (changes.written().isEmpty() ? " removed" : " changed"));
		try {
			this.build.run(changes);
			this.sourceProblem = null;
		}
		catch (BuildFailure ex) {
			this.sourceProblem = String.valueOf(ex.getMessage());
			report(this.sourceProblem);
		}
	}

	private @Nullable FunctionCode deployable(boolean edited, Changes sources)
			throws IOException, InterruptedException {
		Changes changes = this.output.take(edited ? QUIET_BUILT : QUIET_OUTPUT);
		if (changes.isEmpty() && (this.outputProblem == null || !edited)) {
			if (edited) {
				this.log.info("No class or resource is otherwise than before: the environment stays");
			}
			return null;
		}
		try {
			FunctionCode code = freeze();
			this.outputProblem = null;
			this.cause = String.valueOf(edited ? sources : changes);
			this.log.info("Reloaded " + (edited ? sources : changes) + ": the next event gets a new environment");
			return code;
		}
		catch (BuildFailure ex) {
			this.outputProblem = String.valueOf(ex.getMessage());
			report(this.outputProblem);
			return null;
		}
	}

	private void report(String problem) {
		this.log.error(problem);
		this.log.error("Events are answered with this until it is mended");
	}

	/**
	 * Takes a copy of files that nobody has written to meanwhile.
	 */
	private FunctionCode freeze() throws BuildFailure, IOException, InterruptedException {
		for (int i = 0; i < ATTEMPTS; i++) {
			BuildFailure failure = null;
			FunctionCode code = null;
			try {
				code = this.application.freeze(this.copies.next());
			}
			catch (BuildFailure ex) {
				failure = ex;
			}
			boolean asItWas = this.output.take(QUIET_OUTPUT).isEmpty();
			if (asItWas && failure != null) {
				throw failure;
			}
			if (asItWas && code != null) {
				return code;
			}
		}
		throw new BuildFailure(
				"Something keeps writing to " + this.application.files().get(0) + ": end it, and save a file again");
	}

}
