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

package dev.kindling.function.payload;

import java.nio.charset.StandardCharsets;

/**
 * Tells by a look at the bytes whether an event may have an envelope, so that others are
 * read but once.
 */
public final class EventMarks {

	private static final byte[][] MARKS = { bytes("\"requestContext\""), bytes("\"Records\""), bytes("\"detail-type\""),
			bytes("\"eventSource\""), bytes("\"invocationId\""), bytes("\"awslogs\""), bytes("\"triggerSource\""),
			bytes("\"parentTypeName\"") };

	private static final byte[][] INSIDE = { bytes("\"TopicArn\""), bytes("\"Records\""), bytes("\"detail-type\""),
			bytes("\"s3:TestEvent\"") };

	private EventMarks() {
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	public static boolean mayHaveEnvelope(byte[] event) {
		return containsAny(event, MARKS);
	}

	/**
	 * Whether the message of a queue or topic may be the event of another service.
	 */
	public static boolean mayHoldEvent(byte[] message) {
		return containsAny(message, INSIDE);
	}

	private static boolean containsAny(byte[] event, byte[][] marks) {
		for (byte[] mark : marks) {
			if (contains(event, mark)) {
				return true;
			}
		}
		return false;
	}

	public static boolean contains(byte[] event, byte[] mark) {
		int last = event.length - mark.length;
		byte second = mark[1];
		for (int i = 0; i <= last; i++) {
			if (event[i] == '"' && event[i + 1] == second && matches(event, i, mark)) {
				return true;
			}
		}
		return false;
	}

	private static boolean matches(byte[] event, int start, byte[] mark) {
		for (int i = 2; i < mark.length; i++) {
			if (event[start + i] != mark[i]) {
				return false;
			}
		}
		return true;
	}

}
