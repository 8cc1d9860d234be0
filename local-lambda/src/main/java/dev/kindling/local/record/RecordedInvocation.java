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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.workbench.Secrets;

/**
 * An event and the answer to it, as a file keeps them: JSON that is read and edited by
 * people.
 */
public final class RecordedInvocation {

	private static final String FUNCTION = "function";

	private static final String HANDLER = "handler";

	private static final String MASKED = "masked";

	private static final String KEPT = "kept";

	private final ObjectNode node;

	private RecordedInvocation(ObjectNode node) {
		this.node = node;
	}

	static RecordedInvocation of(String function, String handler, ObjectNode request, ObjectNode answer) {
		ObjectNode node = RecordJson.MAPPER.createObjectNode();
		node.put(FUNCTION, function).put(HANDLER, handler);
		node.setAll(request);
		node.setAll(answer);
		return new RecordedInvocation(node);
	}

	/**
	 * Has the file say by which names it was masked, so that another answer is, too.
	 */
	RecordedInvocation withNames(List<String> masked, List<String> kept) {
		ObjectNode changed = this.node.deepCopy();
		if (!masked.isEmpty()) {
			masked.forEach(changed.putArray(MASKED)::add);
		}
		if (!kept.isEmpty()) {
			kept.forEach(changed.putArray(KEPT)::add);
		}
		return new RecordedInvocation(changed);
	}

	private List<String> names(String property) {
		List<String> names = new ArrayList<>();
		this.node.path(property).forEach((name) -> names.add(name.asText()));
		return names;
	}

	/**
	 * Reads a file.
	 * @param file written by {@link #write}, or by hand
	 * @return what it holds
	 * @throws IOException if it can't be read, or is no recorded invocation
	 */
	public static RecordedInvocation read(Path file) throws IOException {
		try {
			if (!(RecordJson.MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode node)) {
				throw new IOException("It is no JSON object");
			}
			RecordedInvocation read = new RecordedInvocation(node);
			read.request();
			if (read.answer().isEmpty()) {
				throw new IOException("There is no \"answer\"");
			}
			return read;
		}
		catch (JsonProcessingException ex) {
			throw new IOException(file + " is no JSON: " + ex.getMessage(), ex);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new IOException(file + " is no recorded event: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Writes a file.
	 * @param file where to
	 * @param options such as {@code CREATE_NEW}
	 * @throws IOException if it can't be written
	 */
	public void write(Path file, OpenOption... options) throws IOException {
		Files.writeString(file, RecordJson.pretty(this.node) + "\n", options);
	}

	/**
	 * The bean that was called.
	 * @return the value of {@code _HANDLER}; {@code bootstrap} if there is only one
	 */
	public String handler() {
		return this.node.path(HANDLER).asText("bootstrap");
	}

	/**
	 * What is sent to the function.
	 * @return the event, and what comes with it
	 */
	public InvokeRequest request() {
		return RecordedRequest.read(this.node);
	}

	/**
	 * What the function should answer.
	 * @return in the form of {@link RecordedAnswer#of}, with {@linkplain Marker markers}
	 */
	public ObjectNode answer() {
		ObjectNode answer = RecordJson.MAPPER.createObjectNode();
		for (String name : answerNames()) {
			JsonNode value = this.node.get(name);
			if (value != null) {
				answer.set(name, value);
			}
		}
		return answer;
	}

	/**
	 * Marks what another run of the function wouldn't answer again.
	 * @param answer in the form of {@link RecordedAnswer#of}
	 * @param environment the credentials of the function's environment
	 * @return a copy with {@linkplain Marker markers}
	 */
	public ObjectNode marked(ObjectNode answer, Secrets environment) {
		Masking masking = new Masking(new MaskedNames(names(MASKED), names(KEPT)), environment);
		return new ChangingValues(RecordedRequest.text(this.node)).mark(masking.maskAnswer(answer));
	}

	/**
	 * Replaces what the function should answer.
	 * @param answer in the form of {@link RecordedAnswer#of}, with {@linkplain Marker
	 * markers}
	 * @return a new description
	 */
	public RecordedInvocation withAnswer(ObjectNode answer) {
		ObjectNode changed = this.node.deepCopy();
		for (String name : answerNames()) {
			changed.remove(name);
		}
		changed.setAll(answer);
		return new RecordedInvocation(changed);
	}

	private static String[] answerNames() {
		String[] contents = RecordedContent.names(RecordedAnswer.ANSWER);
		return new String[] { RecordedAnswer.FAILED, contents[0], contents[1], contents[2], RecordedAnswer.JSON_BODY };
	}

	/**
	 * The file's text.
	 */
	@Override
	public String toString() {
		return RecordJson.pretty(this.node);
	}

}
