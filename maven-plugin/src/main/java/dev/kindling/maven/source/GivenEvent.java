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

package dev.kindling.maven.source;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The event that a command line gives, by <code>-Dpayload</code> or by
 * <code>-Dfile</code>.
 */
public final class GivenEvent {

	private GivenEvent() {
	}

	/**
	 * Reads it.
	 * @param payload the event itself
	 * @param file a file with it
	 * @return the event; empty if none is given
	 * @throws MojoFailureException if both are given, or the file can't be read
	 */
	public static Optional<byte[]> read(@Nullable String payload, @Nullable File file) throws MojoFailureException {
		if (payload != null && file != null) {
			throw new MojoFailureException("Give the event by -Dpayload or by -Dfile, not by both");
		}
		if (payload != null) {
			return Optional.of(payload.getBytes(StandardCharsets.UTF_8));
		}
		if (file == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(Files.readAllBytes(file.toPath()));
		}
		catch (IOException ex) {
			throw new MojoFailureException("The event can't be read from " + file + ": " + ex.getMessage(), ex);
		}
	}

}
