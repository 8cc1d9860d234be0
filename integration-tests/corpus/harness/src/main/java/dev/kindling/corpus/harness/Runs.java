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

package dev.kindling.corpus.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;

/**
 * Runs a command in a local Lambda and asks it what an application is to be asked.
 */
final class Runs {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private Runs() {
	}

	static Outcome run(Program program, Start start, Map<String, String> environment, List<String> command) {
		List<String> log = new CopyOnWriteArrayList<>();
		List<JsonNode> answers = new ArrayList<>();
		try (LocalLambda lambda = LocalLambda.builder()
			.command(command.toArray(String[]::new))
			.handler(program.name())
			.environment(program.environment())
			.environment(environment)
			.memorySize(512)
			.initTimeout(Duration.ofMinutes(1))
			.timeout(Duration.ofSeconds(30))
			.logs(log::add)
			.build()) {
			for (Program.Call call : program.calls()) {
				// who doesn't start once doesn't start twice
				boolean dead = lambda.coldStarts() > 1;
				answers.add(dead ? answers.get(0) : answer(lambda.invoke(call.event().toString()), log));
			}
		}
		return new Outcome(start, answers, log, "");
	}

	private static JsonNode answer(InvokeResult result, List<String> log) {
		if (result.isError()) {
			log.add(result.errorType() + ": " + result.errorMessage());
			return new TextNode("!" + result.errorType());
		}
		try {
			return MAPPER.readTree(result.payloadAsString());
		}
		catch (JsonProcessingException ex) {
			return new TextNode(result.payloadAsString());
		}
	}

}
