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

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import dev.kindling.local.dynamodb.TableDefinition;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;

/**
 * DynamoDB Local within Maven: without its log, and without threads that outlive the
 * plugin's class loader.
 */
final class LocalDatabase implements AutoCloseable {

	private static final long PATIENCE_MILLIS = Duration.ofSeconds(5).toMillis();

	private final EmbeddedDynamoDb database;

	private LocalDatabase(EmbeddedDynamoDb database) {
		this.database = database;
	}

	static LocalDatabase start(int port, TableDefinition... tables) {
		return new LocalDatabase(EmbeddedDynamoDb.start(port, tables));
	}

	/**
	 * Held, as the JDK forgets a logger's level with the logger.
	 */
	private static final Logger STREAMS = Logger.getLogger("com.amazonaws");

	/**
	 * Keeps the servers' own messages out of Maven's output. Maven's loggers look at
	 * these properties when they are made.
	 */
	static void quiet() {
		for (String logger : List.of("org.eclipse.jetty", "com.amazonaws", "com.almworks")) {
			System.setProperty("org.slf4j.simpleLogger.log." + logger, "warn");
		}
		STREAMS.setLevel(Level.SEVERE);
	}

	EmbeddedDynamoDb get() {
		return this.database;
	}

	@Override
	public void close() {
		this.database.close();
		for (Thread thread : Thread.getAllStackTraces().keySet()) {
			if (thread.getName().startsWith("SQLiteQueue")) {
				await(thread);
			}
		}
	}

	private static void await(Thread thread) {
		try {
			thread.join(PATIENCE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
