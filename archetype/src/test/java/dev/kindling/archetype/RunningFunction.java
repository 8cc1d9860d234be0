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

package dev.kindling.archetype;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A <code>kindling:run</code>, at free ports rather than those that the documents name.
 */
final class RunningFunction implements AutoCloseable {

	private static final String URL = "http://127.0.0.1:3000/";

	private final Process process;

	private final Path output;

	private RunningFunction(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/**
	 * Starts it, and waits until it says that it runs.
	 */
	static RunningFunction start(Maven maven, Path output, List<String> arguments)
			throws IOException, InterruptedException {
		String[] all = Stream
			.concat(arguments.stream(),
					Stream.of("-Dkindling.functionUrlPort=0", "-Dkindling.endpointPort=0", "-Dkindling.dynamodbPort=0"))
			.toArray(String[]::new);
		RunningFunction running = new RunningFunction(maven.start(output, all), output);
		long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
		while (!running.output().contains("Press Ctrl-C")) {
			if (!running.process.isAlive() || System.nanoTime() > end) {
				running.close();
				throw new AssertionError(running.output());
			}
			Thread.sleep(100);
		}
		return running;
	}

	String output() throws IOException {
		return Files.readString(this.output);
	}

	URI functionUrl() throws IOException {
		Matcher url = Pattern.compile("Function URL:\\s+(http\\S+)").matcher(output());
		assertThat(url.find()).isTrue();
		return URI.create(url.group(1));
	}

	/**
	 * Sends what a command lets curl send.
	 */
	HttpResponse<String> curl(List<String> words) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(functionUrl());
		for (int i = 1; i < words.size(); i++) {
			switch (words.get(i)) {
				case URL, "-i" -> {
				}
				case "-H" -> {
					String[] header = words.get(++i).split(": ", 2);
					request.header(header[0], header[1]);
				}
				case "-d" -> request.POST(HttpRequest.BodyPublishers.ofString(words.get(++i)));
				default -> throw new AssertionError("curl's " + words.get(i) + " isn't known here");
			}
		}
		return send(request);
	}

	static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
