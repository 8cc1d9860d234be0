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
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import dev.kindling.local.invoke.CodeCheck;
import dev.kindling.local.invoke.FunctionCode;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.workbench.Reload;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a local Lambda's function at the state of its project. It looks at the files now
 * and then, so that errors are seen when they are made, and before each event, so that
 * none is handled by code that is out of date. All of its work is done by the thread that
 * runs it, Maven's own: plugins expect no other.
 */
public final class Reloader implements CodeCheck, AutoCloseable {

	private static final long PAUSE_MILLIS = 300;

	/**
	 * Builds that change sources, and so call for the next, get rarer, but for those that
	 * an event asks for.
	 */
	private static final int MAX_DOUBLINGS = 7;

	private static final Duration QUIET_POM = Duration.ofMillis(100);

	private final Copies copies;

	private final ReloadPolicy policy;

	private final WatchedFiles poms;

	private final Log log;

	private long asked;

	private long answered;

	private boolean ended;

	private @Nullable String problem;

	Reloader(Supplier<List<Path>> sources, List<Path> poms, Build build, Application application, Copies copies,
			Log log) {
		this.copies = copies;
		this.policy = new ReloadPolicy(sources, build, application, copies, log);
		this.poms = new WatchedFiles(() -> poms);
		this.log = log;
	}

	/**
	 * Watches a project that is compiled here.
	 * @param build compiles it
	 * @param application what to run
	 * @param log for the developer
	 * @return a reloader that has yet to be started
	 */
	public static Reloader of(MavenBuild build, Application application, Log log) {
		return new Reloader(build::sources, build.poms(), build, application, new Copies(), log);
	}

	/**
	 * Watches what is built elsewhere.
	 * @param application what to run
	 * @param log for the developer
	 * @return a reloader that has yet to be started
	 */
	public static Reloader of(Application application, Log log) {
		return new Reloader(List::of, List.of(), (changes) -> {
		}, application, new Copies(), log);
	}

	/**
	 * Builds the project for the first time.
	 * @return what to run
	 * @throws BuildFailure if it can't be built
	 * @throws IOException if files can't be read or copied
	 * @throws InterruptedException if the thread is interrupted
	 */
	public FunctionCode start() throws BuildFailure, IOException, InterruptedException {
		this.poms.take(Duration.ZERO);
		return this.policy.start();
	}

	/**
	 * Watches until the thread is interrupted.
	 * @param lambda where new code is deployed
	 * @param preparation what else new code needs, such as its tables: is run before it
	 * is deployed, so that no event comes to it earlier
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void run(LocalLambda lambda, Runnable preparation) throws InterruptedException {
		try {
			while (true) {
				long question = await();
				look(lambda, preparation);
				answer(question);
			}
		}
		finally {
			end();
		}
	}

	private synchronized long await() throws InterruptedException {
		if (this.asked == this.answered) {
			wait(PAUSE_MILLIS << Math.min(this.policy.buildsInARow(), MAX_DOUBLINGS));
		}
		return this.asked;
	}

	private void look(LocalLambda lambda, Runnable preparation) throws InterruptedException {
		String found;
		try {
			if (!this.poms.take(QUIET_POM).isEmpty()) {
				this.log.warn("The POM has changed. What runs is of the old one:"
						+ " end with Ctrl-C and start kindling:run again");
			}
			FunctionCode code = this.policy.refresh();
			if (code != null) {
				preparation.run();
				lambda.deploy(code);
				this.copies.keepLast();
				lambda.listeners().reloaded(new Reload(Instant.now(), this.policy.cause(), null));
			}
			found = this.policy.problem();
			if (found != null && !found.equals(this.problem)) {
				lambda.listeners().reloaded(new Reload(Instant.now(), "The code can't be run", found));
			}
			else if (found == null && this.problem != null && code == null) {
				lambda.listeners().reloaded(new Reload(Instant.now(), "What ran before can be run again", null));
			}
		}
		catch (IOException ex) {
			found = "The project's files can't be read: " + ex;
			if (!found.equals(this.problem)) {
				this.log.error(found);
			}
		}
		synchronized (this) {
			this.problem = found;
		}
	}

	private synchronized void answer(long question) {
		this.answered = question;
		notifyAll();
	}

	private synchronized void end() {
		this.ended = true;
		notifyAll();
	}

	/**
	 * Waits for a look at the files that began after this call.
	 */
	@Override
	public synchronized @Nullable String problem() throws InterruptedException {
		long question = ++this.asked;
		notifyAll();
		while (this.answered < question && !this.ended) {
			wait();
		}
		return this.ended ? "The local Lambda is ending" : this.problem;
	}

	/**
	 * Deletes the copies that were run.
	 */
	@Override
	public void close() {
		try {
			this.copies.close();
		}
		catch (IOException ex) {
			this.log.warn("A copy of the classes stays behind: " + ex);
		}
	}

}
