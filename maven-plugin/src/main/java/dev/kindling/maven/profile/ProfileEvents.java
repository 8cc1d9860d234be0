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
import java.util.stream.Stream;

import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.record.RecordedFiles;
import dev.kindling.local.record.RecordedInvocation;

/**
 * The events that an application is measured with.
 *
 * @param requests what is sent, by the value of <code>_HANDLER</code>
 */
public record ProfileEvents(Map<String, List<InvokeRequest>> requests) {

	/**
	 * Those that <code>kindling:record</code> has written.
	 * @param directory has a directory for each function
	 * @return the events; empty if there are none
	 * @throws IOException if a file can't be read, or is no recorded event
	 */
	public static ProfileEvents recorded(Path directory) throws IOException {
		Map<String, List<InvokeRequest>> requests = new LinkedHashMap<>();
		if (Files.isDirectory(directory)) {
			try (Stream<Path> functions = Files.list(directory)) {
				for (Path function : functions.filter(Files::isDirectory).sorted().toList()) {
					for (Path file : new RecordedFiles(function).list()) {
						RecordedInvocation recorded = RecordedInvocation.read(file);
						requests.computeIfAbsent(recorded.handler(), (handler) -> new ArrayList<>())
							.add(recorded.request());
					}
				}
			}
		}
		return new ProfileEvents(requests);
	}

	/**
	 * One event.
	 * @param handler the value of <code>_HANDLER</code>
	 * @param event what is sent
	 * @return it alone
	 */
	public static ProfileEvents of(String handler, byte[] event) {
		return new ProfileEvents(Map.of(handler, List.of(InvokeRequest.of(event))));
	}

}
