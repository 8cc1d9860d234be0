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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.record.RecordedFiles;
import dev.kindling.local.record.RecordedInvocation;

/**
 * The events that an application is measured with.
 */
public final class ProfileEvents {

	private final Map<String, List<ProfileEvent>> events = new LinkedHashMap<>();

	private ProfileEvents() {
	}

	/**
	 * Those that <code>kindling:record</code> has written. One that was answered with an
	 * error is left out: it would fail again.
	 * @param directory has a directory for each function
	 * @param progress is told what is left out
	 * @return the events; empty if there are none
	 * @throws IOException if a file can't be read, or is no recorded event
	 */
	public static ProfileEvents recorded(Path directory, Consumer<String> progress) throws IOException {
		ProfileEvents recorded = new ProfileEvents();
		if (Files.isDirectory(directory)) {
			try (Stream<Path> functions = Files.list(directory)) {
				for (Path function : functions.filter(Files::isDirectory).sorted().toList()) {
					for (Path file : new RecordedFiles(function).list()) {
						recorded.add(file, RecordedInvocation.read(file), progress);
					}
				}
			}
		}
		return recorded;
	}

	private void add(Path file, RecordedInvocation recorded, Consumer<String> progress) {
		if (recorded.answer().path("failed").asBoolean()) {
			progress.accept(file.getFileName() + " is left out, as it was answered with an error");
			return;
		}
		this.events.computeIfAbsent(recorded.handler(), (handler) -> new ArrayList<>())
			.add(new ProfileEvent(file.getFileName().toString(), recorded.request()));
	}

	/**
	 * One event.
	 * @param handler the value of <code>_HANDLER</code>
	 * @param event what is sent
	 * @return it alone
	 */
	public static ProfileEvents of(String handler, byte[] event) {
		ProfileEvents one = new ProfileEvents();
		one.events.put(handler, List.of(new ProfileEvent("The event", InvokeRequest.of(event))));
		return one;
	}

	/**
	 * Whether there are none.
	 * @return whether nothing can be measured
	 */
	public boolean isEmpty() {
		return this.events.isEmpty();
	}

	/**
	 * What is sent, by the value of <code>_HANDLER</code>.
	 */
	Map<String, List<ProfileEvent>> byHandler() {
		return this.events;
	}

}
