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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The operating system's process in which the function runs.
 */
final class FunctionProcess implements FunctionHost {

	private static final int SIGNALLED = 128;

	private static final long MEMORY_WATCH_MILLIS = 20;

	private static final Map<Integer, String> SIGNALS = Map.of(4, "illegal instruction", 6, "aborted", 7, "bus error",
			8, "floating point exception", 9, "killed", 11, "segmentation fault", 15, "terminated");

	private final Process process;

	private final ProcessOutput output;

	private final Thread follower;

	/**
	 * The last value that was seen: there is none to be had from a process that is gone.
	 */
	private volatile long maxMemoryKilobytes;

	private FunctionProcess(Process process, Consumer<String> lines) {
		this.process = process;
		this.output = new ProcessOutput(process.getInputStream(), lines);
		this.follower = new Thread(() -> this.output.follow(process), "function-output-" + process.pid());
		this.follower.setDaemon(true);
		this.follower.start();
	}

	static FunctionProcess start(FunctionSettings settings, Map<String, String> environment, Consumer<String> lines) {
		ProcessBuilder builder = new ProcessBuilder(settings.command()).directory(settings.directory().toFile())
			.redirectErrorStream(true);
		builder.environment().clear();
		builder.environment().putAll(environment);
		try {
			Process process = builder.start();
			process.getOutputStream().close();
			return new FunctionProcess(process, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The function can't be started: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void limitMemory(int megabytes, Runnable exceeded) {
		Thread watch = new Thread(() -> {
			try {
				while (this.process.isAlive()) {
					if (memoryKilobytes("VmRSS:") > megabytes * 1024L) {
						exceeded.run();
						kill();
					}
					Thread.sleep(MEMORY_WATCH_MILLIS);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "function-memory-" + this.process.pid());
		watch.setDaemon(true);
		watch.start();
	}

	@Override
	public CompletableFuture<Integer> onExit() {
		return this.process.onExit().thenApply((ended) -> {
			this.output.drain();
			return ended.exitValue();
		});
	}

	@Override
	public boolean isAlive() {
		return this.process.isAlive();
	}

	@Override
	public long pid() {
		return this.process.pid();
	}

	@Override
	public void drainOutput() {
		this.output.drain();
	}

	/**
	 * Ends the process and its children at once, as Lambda does after a time-out. The
	 * handle is used because ending a {@link Process} closes its output unread.
	 */
	@Override
	public void kill() {
		maxMemoryMegabytes();
		List<ProcessHandle> children = this.process.descendants().toList();
		this.process.toHandle().destroyForcibly();
		children.forEach(ProcessHandle::destroyForcibly);
		waitFor(Duration.ofSeconds(10));
	}

	/**
	 * Sends SIGTERM, and SIGKILL if that doesn't help.
	 * @param patience how long the process may take
	 */
	@Override
	public void terminate(Duration patience) {
		maxMemoryMegabytes();
		this.process.toHandle().destroy();
		if (!waitFor(patience)) {
			kill();
		}
	}

	private boolean waitFor(Duration patience) {
		try {
			boolean ended = this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
			if (ended) {
				this.follower.join(patience.toMillis());
			}
			return ended;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return !this.process.isAlive();
		}
	}

	/**
	 * The most memory that the process and its children have had resident, or what was
	 * last seen of a process that is gone.
	 * @return megabytes, rounded up; {@code 0} where there is no {@code /proc}
	 */
	@Override
	public long maxMemoryMegabytes() {
		this.maxMemoryKilobytes = Math.max(this.maxMemoryKilobytes, memoryKilobytes("VmHWM:"));
		return (this.maxMemoryKilobytes + 1023) / 1024;
	}

	private long memoryKilobytes(String field) {
		try (Stream<ProcessHandle> children = this.process.descendants()) {
			return memoryKilobytes(this.process.pid(), field)
					+ children.mapToLong((child) -> memoryKilobytes(child.pid(), field)).sum();
		}
	}

	private static long memoryKilobytes(long pid, String field) {
		Path status = Path.of("/proc", Long.toString(pid), "status");
		try {
			for (String line : Files.readString(status, StandardCharsets.ISO_8859_1).split("\n")) {
				if (line.startsWith(field)) {
					return Long.parseLong(line.replaceAll("[^0-9]", ""));
				}
			}
			return 0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/**
	 * Says how a process ended, in Lambda's words.
	 * @param exitStatus the exit status
	 * @return such as {@code exit status 1} or {@code signal: killed}
	 */
	static String describeExit(int exitStatus) {
		if (exitStatus > SIGNALLED) {
			String signal = SIGNALS.get(exitStatus - SIGNALLED);
			if (signal != null) {
				return "signal: " + signal;
			}
		}
		return "exit status " + exitStatus;
	}

}
