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

package dev.kindling.local.record;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvocationReport;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.workbench.Secrets;

/**
 * Events and answers for tests, and what is left of them with the names that are masked
 * by default.
 */
final class MaskedEvents {

	static final Masking STANDARD = new Masking(new MaskedNames(List.of(), List.of()), Secrets.of(List.of()));

	private MaskedEvents() {
	}

	static ObjectNode request(String json) {
		return RecordedRequest.of(InvokeRequest.of(json));
	}

	static Masking.Result mask(String event) {
		return STANDARD.maskRequest(request(event));
	}

	static String masked(String event) {
		return mask(event).masked().path("event").toString();
	}

	static ObjectNode answer(String payload) {
		return answer(payload.getBytes(StandardCharsets.UTF_8));
	}

	static ObjectNode answer(byte[] payload) {
		return RecordedAnswer.of(new InvokeResult("id", payload, "application/json", null, List.of(),
				new InvocationReport("id", Duration.ZERO, 128, 0, null, null, null)));
	}

	static String maskedAnswer(String event, String answer) {
		return STANDARD.maskAnswer(answer(answer), mask(event).values()).path("answer").toString();
	}

}
