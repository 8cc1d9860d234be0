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

package dev.kindling.local.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import dev.kindling.local.server.SpringContexts;
import org.jspecify.annotations.Nullable;

/**
 * The application within this JVM, where a debugger finds it. What Lambda would put into
 * the environment is given to {@code main} as arguments, which Spring makes properties
 * of. What the application prints isn't captured.
 */
final class InProcessFunction implements FunctionHost {

	private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

	/**
	 * Belong to the process, which isn't the function's.
	 */
	private static final Set<String> LEFT_OUT = Set.of("PATH", "LD_LIBRARY_PATH", "SystemRoot", "TMPDIR", "TEMP", "TZ",
			"LANG", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR");

	private final CompletableFuture<Integer> ended = new CompletableFuture<>();

	private final Consumer<String> lines;

	private final Thread thread;

	private volatile @Nullable Closeable context;

	private volatile boolean killed;

	private InProcessFunction(Class<?> application, String[] arguments, Consumer<String> lines) {
		this.lines = lines;
		this.thread = new Thread(() -> run(application, arguments), "main of " + application.getSimpleName());
		this.thread.setDaemon(true);
		this.thread.setContextClassLoader(application.getClassLoader());
	}

	static InProcessFunction start(Class<?> application, Map<String, String> environment, Consumer<String> lines) {
		List<String> arguments = new ArrayList<>();
		// The loop must not end a JVM that isn't its own.
		arguments.add("--kindling.runtime.shutdown-signal=false");
		arguments.add("--kindling.runtime.exit-on-failed-start=false");
		environment.forEach((name, value) -> {
			if (!LEFT_OUT.contains(name)) {
				arguments.add("--" + name + "=" + value);
			}
		});
		InProcessFunction function = new InProcessFunction(application, arguments.toArray(String[]::new), lines);
		function.thread.start();
		return function;
	}

	private void run(Class<?> application, String[] arguments) {
		try {
			Method main = application.getDeclaredMethod("main", String[].class);
			main.setAccessible(true);
			SpringContexts.capture(this::started, () -> main.invoke(null, (Object) arguments));
		}
		catch (NoSuchMethodException ex) {
			fail(application.getName() + " has no method main(String[])");
		}
		catch (InvocationTargetException ex) {
			fail("main has failed: " + ex.getCause());
		}
		catch (Exception ex) {
			fail(ex.toString());
		}
	}

	private void started(Closeable created) {
		this.context = created;
		if (this.killed) {
			close(created);
		}
	}

	private void fail(String reason) {
		if (!this.killed) {
			this.lines.accept(reason);
		}
		this.ended.complete(1);
	}

	@Override
	public CompletableFuture<Integer> onExit() {
		return this.ended;
	}

	@Override
	public boolean isAlive() {
		return !this.ended.isDone();
	}

	@Override
	public long pid() {
		return ProcessHandle.current().pid();
	}

	@Override
	public void drainOutput() {
		// It goes where the test's own output goes
	}

	/**
	 * Closes the application. One that isn't Spring's can't be closed: it isn't called
	 * any more, and stays where it is.
	 */
	@Override
	public void kill() {
		this.killed = true;
		Closeable current = this.context;
		if (current != null) {
			CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> close(current));
			try {
				closing.get(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (ExecutionException | TimeoutException ex) {
				this.lines.accept("The application can't be closed: " + ex);
			}
		}
		this.thread.interrupt();
		if (current != null) {
			this.ended.complete(0);
		}
	}

	private void close(Closeable current) {
		try {
			current.close();
		}
		catch (IOException ex) {
			this.lines.accept("The application can't be closed: " + ex);
		}
	}

	@Override
	public void terminate(Duration patience) {
		kill();
	}

	@Override
	public long maxMemoryMegabytes() {
		return 0;
	}

	@Override
	public void limitMemory(int megabytes, Runnable exceeded) {
		throw new IllegalArgumentException("The memory of a function within this process can't be limited");
	}

}
