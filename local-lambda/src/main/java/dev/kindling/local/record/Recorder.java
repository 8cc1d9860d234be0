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

package dev.kindling.local.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.MatchResult;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.sandbox.Outcome;
import dev.kindling.local.workbench.InvocationEnd;
import dev.kindling.local.workbench.InvocationStart;
import dev.kindling.local.workbench.Secrets;
import dev.kindling.local.workbench.Workbench;
import dev.kindling.local.workbench.WorkbenchFunction;
import dev.kindling.local.workbench.WorkbenchListener;

/**
 * Writes each event of a local Lambda and its answer to a file, in the order of the
 * answers, from the time when the function has answered. An event that no code has seen
 * isn't kept.
 */
public final class Recorder implements WorkbenchListener, Closeable {

	private static final int LAST_SECONDS = 5;

	private final Workbench workbench;

	private final RecorderSettings settings;

	private final Masking masking;

	private final Consumer<String> log;

	private final Consumer<String> problems;

	private final Map<String, InvokeRequest> running = new ConcurrentHashMap<>();

	private final ExecutorService writer = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "recorder");
		thread.setDaemon(true);
		return thread;
	});

	private Recorder(Workbench workbench, RecorderSettings settings, Consumer<String> log, Consumer<String> problems) {
		this.workbench = workbench;
		this.settings = settings;
		this.masking = new Masking(new MaskedNames(settings.masked(), settings.kept()),
				Secrets.of(System.getenv(), settings.environment()));
		this.log = log;
		this.problems = problems;
	}

	/**
	 * Starts to record.
	 * @param workbench the functions
	 * @param settings what is kept, and where
	 * @param log is told of each file
	 * @param problems is told of what can't be written
	 * @return records until it is closed
	 * @throws IllegalArgumentException if a name is to be kept that isn't masked
	 */
	public static Recorder start(Workbench workbench, RecorderSettings settings, Consumer<String> log,
			Consumer<String> problems) {
		Recorder recorder = new Recorder(workbench, settings, log, problems);
		workbench.addListener(recorder);
		return recorder;
	}

	@Override
	public boolean wantsStreamedAnswers() {
		return true;
	}

	@Override
	public void invocationStarted(InvocationStart start) {
		this.running.put(start.requestId(), start.request());
	}

	@Override
	public void invocationEnded(InvocationEnd end) {
		InvokeRequest request = this.running.remove(end.requestId());
		if (request == null || Outcome.NO_CODE.equals(end.result().report().errorType())) {
			return;
		}
		try {
			this.writer.execute(() -> write(end.function(), request, end.result()));
		}
		catch (RejectedExecutionException ex) {
			// What ends with the Lambda is no answer.
		}
	}

	private void write(String function, InvokeRequest request, InvokeResult result) {
		try {
			ObjectNode event = RecordedRequest.of(request);
			Masking.Result kept = this.masking.maskRequest(event);
			ObjectNode masked = this.masking.maskAnswer(RecordedAnswer.of(result), kept.values());
			ObjectNode answer = new ChangingValues(RecordedRequest.text(kept.masked())).mark(masked);
			String name = EventNames.of(kept.masked().path("event")) + (result.isError() ? "-failed" : "");
			RecordedInvocation recorded = RecordedInvocation.of(function, handler(function), kept.masked(), answer)
				.withNames(this.settings.masked(), this.settings.kept());
			Path file = new RecordedFiles(this.settings.directory().resolve(function)).add(name, recorded);
			this.log.accept("Recorded " + file + remarks(kept, answer));
		}
		catch (IOException | RuntimeException ex) {
			this.problems.accept("An event of " + function + " can't be recorded: " + ex);
		}
	}

	private String handler(String function) {
		return this.workbench.functions()
			.stream()
			.filter((each) -> each.name().equals(function))
			.map(WorkbenchFunction::handler)
			.findFirst()
			.orElse("bootstrap");
	}

	private static String remarks(Masking.Result kept, ObjectNode answer) {
		List<String> remarks = new ArrayList<>();
		if (!kept.names().isEmpty()) {
			remarks.add("masked: " + String.join(", ", kept.names()));
		}
		List<String> markers = Marker.REFERENCE.matcher(answer.toString())
			.results()
			.map(MatchResult::group)
			.filter((marker) -> !marker.equals(Marker.DOLLAR.reference()))
			.toList();
		if (!markers.isEmpty()) {
			remarks.add("marked in the answer: " + String.join(", ", new TreeSet<>(markers)));
		}
		return remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
	}

	/**
	 * Records nothing more, and waits until what has been answered is written.
	 */
	@Override
	public void close() {
		this.workbench.removeListener(this);
		this.writer.shutdown();
		try {
			if (!this.writer.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
				this.problems.accept("Not all events have been recorded: to write them takes too long");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
