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

package dev.kindling.test.record;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How answers are compared, and what is kept of a recorded one when it is updated.
 */
class AnswerDifferencesUnitTests {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static JsonNode json(String text) {
		try {
			return MAPPER.readTree(text.replace('\'', '"'));
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static List<String> differences(String recorded, String actual) {
		return AnswerDifferences.of(json(recorded), json(actual));
	}

	@Test
	void findsNoneInTheSameJsonWrittenOtherwise() {
		assertThat(differences("{'a':1,'b':[1.0,null,true,'x']}", "{ 'b':[1,null,true,'x'], 'a':1.00 }")).isEmpty();
	}

	@Test
	void namesEachWithItsPath() {
		assertThat(differences("{'answer':{'body':{'a':'x','items':[1,{'b':2}],'gone':null}}}",
				"{'answer':{'body':{'a':'y','items':[1,{'b':'2'},3],'con tent':{}}}}"))
			.containsExactly("answer.body.a: expected \"x\", but was \"y\"",
					"answer.body.items[1].b: expected 2, but was \"2\"", "answer.body.items[2]: 3 wasn't recorded",
					"answer.body.gone: null is missing", "answer.body['con tent']: {} wasn't recorded");
		assertThat(differences("[1,2]", "[2]")).containsExactly("[0]: expected 1, but was 2", "[1]: 2 is missing");
		assertThat(differences("{'a':{}}", "{'a':[]}")).containsExactly("a: expected {}, but was []");
	}

	@Test
	void letsMarkersStandForWhatTheySay() {
		assertThat(differences("{'a':'${number}','b':'${any}','c':'${ignore}','d':'at ${date-time}'}",
				"{'a':1.5,'b':'x','d':'at 2026-01-02T03:04:05Z'}"))
			.isEmpty();
		assertThat(differences("{'a':'${number}','b':'${any}','d':'${uuid}'}", "{'a':'1','b':1,'d':null}"))
			.containsExactly("a: expected \"${number}\", but was \"1\"", "b: expected \"${any}\", but was 1",
					"d: expected \"${uuid}\", but was null");
	}

	@Test
	void anUpdateKeepsWhatStillFits() {
		String recorded = "{'answer':{'id':'${any}','n':1,'list':['${number}',2],'extra':'${ignore}','old':1}}";
		String actual = "{'answer':{'id':'7','n':2,'list':[5,3],'new':'6f1c2b9e-0f4f-4c52-9a87-3e1d5c7b2a10'}}";
		String marked = "{'answer':{'id':'7','n':2,'list':[5,3],'new':'${uuid}'}}";
		ObjectNode accepted = AcceptedAnswer.of((ObjectNode) json(recorded), (ObjectNode) json(actual),
				(ObjectNode) json(marked));
		assertThat(accepted).isEqualTo(
				json("{'answer':{'id':'${any}','n':2,'list':['${number}',3],'new':'${uuid}','extra':'${ignore}'}}"));
		assertThat(AnswerDifferences.of(accepted, json(actual))).isEmpty();
	}

}
