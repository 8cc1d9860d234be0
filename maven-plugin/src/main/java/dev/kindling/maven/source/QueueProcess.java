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

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The process of the SQS endpoint.
 */
final class QueueProcess implements Closeable {

	private static final String ACCOUNT = "123456789012";

	private static final long END_SECONDS = 5;

	private final Process process;

	private final URI endpoint;

	private QueueProcess(Process process, URI endpoint) {
		this.process = process;
		this.endpoint = endpoint;
	}

	/**
	 * What has to be on the class path.
	 * @return its coordinates
	 */
	static String coordinates() throws IOException {
		Properties properties = new Properties();
		try (InputStream input = QueueProcess.class.getResourceAsStream("elasticmq.properties")) {
			if (input == null) {
				throw new IOException("The plugin's jar lacks elasticmq.properties");
			}
			properties.load(input);
		}
		return "org.elasticmq:elasticmq-rest-sqs_2.13:" + properties.getProperty("version");
	}

	/**
	 * Starts the server and waits until it listens.
	 * @param libraries ElasticMQ's
	 * @param port {@code 0} for a free one
	 * @param region what the queues' ARNs name
	 * @return the running server
	 * @throws IOException if it can't be started, with what it printed
	 */
	static QueueProcess start(List<Path> libraries, int port, String region) throws IOException {
		// Its queues' addresses name the port, so that it has to be known before
		int known = (port != 0) ? port : freePort();
		List<Path> classPath = new ArrayList<>(List.of(ownClasses()));
		classPath.addAll(libraries);
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
				classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
				QueueServer.class.getName(), Integer.toString(known), region, ACCOUNT)
			.redirectErrorStream(true)
			.start();
		BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		List<String> printed = new ArrayList<>();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			if (line.startsWith(QueueServer.STARTED)) {
				drain(output);
				return new QueueProcess(process,
						URI.create("http://127.0.0.1:" + line.substring(QueueServer.STARTED.length()).strip()));
			}
			printed.add(line);
		}
		throw new IOException("The SQS endpoint can't be started at port " + known
				+ ". Is something else listening there? -Dkindling.sqsPort=0 takes a free one. It printed:\n"
				+ String.join("\n", printed));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static Path ownClasses() throws IOException {
		try {
			return Path.of(QueueServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IOException("The plugin's jar isn't found", ex);
		}
	}

	/**
	 * A process whose output nobody reads stops when the pipe is full.
	 */
	private static void drain(BufferedReader output) {
		Thread thread = new Thread(() -> {
			try {
				while (output.readLine() != null) {
					continue;
				}
			}
			catch (IOException ex) {
				// The process has ended
			}
		}, "sqs-output");
		thread.setDaemon(true);
		thread.start();
	}

	URI endpoint() {
		return this.endpoint;
	}

	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
			if (!this.process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (IOException ex) {
			this.process.destroyForcibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroyForcibly();
		}
	}

}
