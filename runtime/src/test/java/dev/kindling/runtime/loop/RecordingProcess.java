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

package dev.kindling.runtime.loop;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.kindling.runtime.api.RuntimeProcess;

/**
 * A process that doesn't end, but says how it would have.
 */
final class RecordingProcess implements RuntimeProcess {

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private final CompletableFuture<String> end = new CompletableFuture<>();

	@Override
	public void complain(String line) {
		this.lines.add(line);
	}

	@Override
	public void halt(int status) {
		this.end.complete("halt " + status);
	}

	@Override
	public void exit(int status) {
		this.end.complete("exit " + status);
	}

	List<String> lines() {
		return this.lines;
	}

	String end() throws Exception {
		return this.end.get(20, TimeUnit.SECONDS);
	}

	boolean hasEnded() {
		return this.end.isDone();
	}

}
