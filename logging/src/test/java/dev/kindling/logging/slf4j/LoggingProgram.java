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

package dev.kindling.logging.slf4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.apache.commons.logging.LogFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;

/**
 * A program that logs, run in a process of its own: environment and standard output are
 * real.
 */
final class LoggingProgram {

	static final int THREADS = 4;

	static final int RECORDS = 250;

	private LoggingProgram() {
	}

	public static void main(String[] args) throws Exception {
		Logger logger = LoggerFactory.getLogger("com.example.Orders");
		switch (args[0]) {
			case "invocation" -> {
				MDC.put("AWSRequestId", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
				MDC.put("tenantId", "blue");
				MDC.put("customer", "A B");
				logger.debug("not by default");
				logger.info(MarkerFactory.getMarker("AUDIT"), "Order {} of {}", 42, "Zoë");
				logger.atWarn().addKeyValue("amount", 9.5).addKeyValue("paid", false).log("first\nsecond");
				MDC.clear();
			}
			case "failure" -> logger.error("It failed", new IllegalStateException("outer", new RuntimeException("in")));
			case "commons-logging" -> {
				LogFactory.getLog("com.example.Spring").info("through commons-logging");
				LogFactory.getLog("com.example.Spring").debug("not by default");
			}
			case "threads" -> logFromThreads(logger);
			case "provider" -> {
				logger.info("hello");
				System.out.println("factory " + LoggerFactory.getILoggerFactory().getClass().getName());
				System.out.println("active " + LambdaLogging.isActive());
				MDC.put("key", "value");
				System.out.println("mdc " + MDC.getMDCAdapter().getClass().getName() + " " + MDC.get("key"));
			}
			default -> throw new IllegalArgumentException(args[0]);
		}
	}

	private static void logFromThreads(Logger logger) throws InterruptedException {
		CountDownLatch start = new CountDownLatch(1);
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			String id = String.valueOf((char) ('a' + i));
			Thread thread = new Thread(() -> {
				try {
					start.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
				MDC.put("AWSRequestId", id);
				for (int n = 0; n < RECORDS; n++) {
					logger.info(id.repeat(1 + n * 40));
				}
			});
			thread.start();
			threads.add(thread);
		}
		start.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
	}

	/**
	 * Runs it with nothing but the given environment.
	 * @param first what comes first on the class path, of "logging" and "logback", then
	 * "logback" if it is there at all, then folders
	 */
	static Output run(String scenario, Map<String, String> environment, String... first)
			throws IOException, InterruptedException {
		List<String> classPath = new ArrayList<>();
		boolean withLogback = List.of(first).contains("logback");
		for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
			boolean logback = Path.of(entry).getFileName().toString().startsWith("logback");
			if (logback && withLogback && first[0].equals("logback")) {
				classPath.add(0, entry);
			}
			else if (!logback || withLogback) {
				classPath.add(entry);
			}
		}
		for (String folder : first) {
			if (Path.of(folder).isAbsolute()) {
				classPath.add(folder);
			}
		}
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Dstdout.encoding=ISO-8859-1", "-cp",
				String.join(System.getProperty("path.separator"), classPath), LoggingProgram.class.getName(), scenario);
		builder.environment().clear();
		builder.environment().putAll(environment);
		Process process = builder.start();
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		Thread reader = new Thread(() -> copy(process.getErrorStream(), errors));
		reader.start();
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		copy(process.getInputStream(), output);
		reader.join();
		return new Output(process.waitFor(), output.toString(StandardCharsets.UTF_8),
				errors.toString(StandardCharsets.UTF_8));
	}

	private static void copy(InputStream from, ByteArrayOutputStream target) {
		try {
			from.transferTo(target);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Output(int exit, String out, String err) {

		List<String> lines() {
			return List.of(this.out.split("\n"));
		}

	}

}
