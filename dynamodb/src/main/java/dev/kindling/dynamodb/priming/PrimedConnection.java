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

package dev.kindling.dynamodb.priming;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.kindling.dynamodb.DynamoDbProperties;
import dev.kindling.http.KindlingHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP client that connects on a thread of its own: reading the trusted certificates
 * and shaking hands takes longer than all else that happens before the first call.
 */
final class PrimedConnection {

	private final KindlingHttpClient client;

	private final CountDownLatch done = new CountDownLatch(1);

	PrimedConnection(KindlingHttpClient client) {
		this.client = client;
	}

	KindlingHttpClient client() {
		return this.client;
	}

	void start(URI uri) {
		Thread thread = new Thread(() -> open(uri), "dynamodb-connect");
		thread.setDaemon(true);
		thread.start();
	}

	private void open(URI uri) {
		try {
			this.client.open(uri);
		}
		catch (IOException | RuntimeException ex) {
			logger().debug("Can't connect to DynamoDB before the first call", ex);
		}
		finally {
			this.done.countDown();
		}
	}

	void await(long millis) throws InterruptedException {
		this.done.await(millis, TimeUnit.MILLISECONDS);
	}

	private static Logger logger() {
		return LoggerFactory.getLogger(PrimedConnection.class);
	}

	/**
	 * Where the SDK will connect to, as far as that can be told without its rules.
	 */
	static @Nullable URI uri(DynamoDbProperties properties, @Nullable URI endpoint, @Nullable String region) {
		if (endpoint != null) {
			return endpoint;
		}
		if (region == null || region.contains("-iso")
				|| "true".equalsIgnoreCase(properties.raw("AWS_USE_FIPS_ENDPOINT"))
				|| "true".equalsIgnoreCase(properties.raw("AWS_USE_DUALSTACK_ENDPOINT"))) {
			return null;
		}
		return URI.create("https://dynamodb." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : ""));
	}

}
