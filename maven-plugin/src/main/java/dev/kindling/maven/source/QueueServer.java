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

import java.io.IOException;

import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/**
 * ElasticMQ in a process of its own, so that Maven needs none of its libraries. Ends with
 * its standard input.
 */
final class QueueServer {

	/** What the process prints before its port. */
	static final String STARTED = "Listening at ";

	private QueueServer() {
	}

	/**
	 * Serves queues on the loopback interface.
	 * @param args the port, the region and the account
	 * @throws IOException if the standard input can't be read
	 */
	public static void main(String[] args) throws IOException {
		try {
			SQSRestServer server = start(Integer.parseInt(args[0]), args[1], args[2]);
			System.out.println(STARTED + server.waitUntilStarted().localAddress().getPort());
		}
		// Scala throws checked exceptions that it doesn't declare
		catch (Exception ex) {
			System.out.println(ex);
			System.exit(1);
		}
		while (System.in.read() >= 0) {
			continue;
		}
		// Its queues are in memory, so that there is nothing to end in order
		System.exit(0);
	}

	private static SQSRestServer start(int port, String region, String account) {
		return SQSRestServerBuilder.withPort(port)
			.withInterface("127.0.0.1")
			.withServerAddress(new NodeAddress("http", "127.0.0.1", port, ""))
			.withAWSRegion(region)
			.withAWSAccountId(account)
			.start();
	}

}
