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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * The file by which {@code kindling:invoke} finds the Lambda that {@code kindling:run}
 * has started for the same project.
 */
final class RunningLambda {

	private static final int CONNECT_MILLIS = 1000;

	private final Path file;

	RunningLambda(Path file) {
		this.file = file;
	}

	/**
	 * Where the Lambda listens that is running now; what a Lambda left behind that was
	 * killed doesn't count.
	 * @return the Invoke API's address, or {@code null} if none is running
	 */
	@Nullable URI find() throws IOException {
		if (!Files.isRegularFile(this.file)) {
			return null;
		}
		Properties properties = new Properties();
		try (InputStream input = Files.newInputStream(this.file)) {
			properties.load(input);
		}
		URI endpoint = URI.create(properties.getProperty("endpoint", "http://127.0.0.1:0"));
		String pid = properties.getProperty("pid", "-1");
		boolean alive = pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isPresent();
		return (alive && answers(endpoint)) ? endpoint : null;
	}

	private static boolean answers(URI endpoint) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), CONNECT_MILLIS);
			return true;
		}
		catch (IOException | IllegalArgumentException ex) {
			return false;
		}
	}

	void write(URI endpoint) throws IOException {
		Files.createDirectories(this.file.toAbsolutePath().getParent());
		Properties properties = new Properties();
		properties.setProperty("endpoint", endpoint.toString());
		properties.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
		try (OutputStream output = Files.newOutputStream(this.file)) {
			properties.store(output, "Written by kindling:run, and deleted when it ends");
		}
	}

	void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			// What is left behind names a process that is gone, and is passed over.
		}
	}

}
