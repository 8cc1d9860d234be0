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
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.workbench.Secrets;
import org.junit.jupiter.api.Test;

import static dev.kindling.local.record.MaskedEvents.STANDARD;
import static dev.kindling.local.record.MaskedEvents.answer;
import static dev.kindling.local.record.MaskedEvents.mask;
import static dev.kindling.local.record.MaskedEvents.masked;
import static dev.kindling.local.record.MaskedEvents.maskedAnswer;
import static dev.kindling.local.record.MaskedEvents.request;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials in what the texts of events and answers hold.
 */
class MaskedTextsUnitTests {

	private static String base64(String text) {
		return base64(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	private static String maskedText(String text) {
		return mask(RecordJson.MAPPER.getNodeFactory().textNode(text).toString()).masked().path("event").asText();
	}

	private static String maskedAnswerText(String text) {
		return STANDARD.maskAnswer(answer(text)).path("answerText").asText();
	}

	@Test
	void masksTheHeadAndTheBodyOfAStreamedResponse() {
		String zeros = "\0".repeat(8);
		assertThat(maskedAnswerText("{\"statusCode\":200,\"cookies\":[\"SESSION=abc; Path=/\"]}" + zeros
				+ "{\"access_token\":\"x\",\"pin\":1}"))
			.isEqualTo("{\"statusCode\":200,\"cookies\":[\"SESSION=${any}; Path=/\"]}" + zeros
					+ "{\"access_token\":\"${any}\",\"pin\":1}");
		assertThat(maskedAnswerText("{\"cookies\":[\"a=b\"]}" + zeros + "a text" + zeros + "of zeros"))
			.isEqualTo("{\"cookies\":[\"a=${any}\"]}" + zeros + "a text" + zeros + "of zeros");
		byte[] image = ("{\"cookies\":[\"SESSION=abc\"]}" + zeros + "\u00ff\u00d8")
			.getBytes(StandardCharsets.ISO_8859_1);
		assertThat(STANDARD.maskAnswer(answer(image)).path("answerBase64").asText()).isEqualTo("${any}");
		byte[] other = ("{\"statusCode\":200}" + zeros + "\u00ff\u00d8").getBytes(StandardCharsets.ISO_8859_1);
		assertThat(STANDARD.maskAnswer(answer(other)).path("answerBase64").asText()).isEqualTo(base64(other));
	}

	@Test
	void masksJsonThatIsWrittenInLines() {
		assertThat(maskedAnswerText("{\"token\":\"x\"}\n{\"token\":17,\"a\":1}\r\n{\"a\":[]}\n"))
			.isEqualTo("{\"token\":\"${any}\"}\n{\"token\":${any},\"a\":1}\r\n{\"a\":[]}\n");
		assertThat(maskedAnswerText("event: message\ndata: {\"token\":\"x\"}\n\ndata: done\n"))
			.isEqualTo("event: message\ndata: {\"token\":\"${any}\"}\n\ndata: done\n");
		assertThat(maskedText("{\"token\":\"x\"}\n{\"pin\":1}\n")).isEqualTo("{\"token\":\"masked\"}\n{\"pin\":1}\n");
	}

	@Test
	void masksJsonThatIsNotComplete() {
		assertThat(maskedText("{\"a\": 1, \"password\" : \"with \\\" in it\", \"secret\": 17, \"token\": \"cut o"))
			.isEqualTo("{\"a\": 1, \"password\" : \"masked\", \"secret\": masked, \"token\": \"masked");
		assertThat(maskedAnswerText("{\n  \"token\": \"x\"\n}\n{\n  \"token\": \"y\"\n}"))
			.isEqualTo("{\n  \"token\": \"${any}\"\n}\n{\n  \"token\": \"${any}\"\n}");
	}

	@Test
	void masksTheFieldsOfAMultipartForm() {
		String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n%s\r\n%s\r\n";
		String form = part.formatted("user", "", "a")
				+ part.formatted("password", "Content-Type: text/plain\r\n", "p q\nr") + "--b--\r\n";
		String expected = form.replace("p q\nr", "masked");
		assertThat(maskedText(form)).isEqualTo(expected);
		byte[] withFile = (form + "\u00ff").getBytes(StandardCharsets.ISO_8859_1);
		assertThat(masked("{\"isBase64Encoded\":true,\"body\":\"" + base64(withFile) + "\"}"))
			.contains(base64((expected + "\u00ff").getBytes(StandardCharsets.ISO_8859_1)));
	}

	@Test
	void hidesKnownCredentialsInBase64AndInForms() {
		Masking masking = new Masking(new MaskedNames(List.of(), List.of()),
				Secrets.of(Map.of("DB_PASSWORD", "tomato & soup")));
		String event = """
				{"headers":{"Authorization":"Bearer 0123456789"},"isBase64Encoded":true,"body":"%s","raw":"b=tomato%%20%%26%%20soup"}"""
			.formatted(base64("copy=0123456789&pw=tomato+%26+soup"));
		Masking.Result result = masking.maskRequest(request(event));
		assertThat(result.masked().at("/event/body").asText()).isEqualTo(base64("copy=masked&pw=masked"));
		assertThat(result.masked().at("/event/raw").asText()).isEqualTo("b=masked");
		ObjectNode answer = masking.maskAnswer(answer("{\"a\":\"" + base64("it is 0123456789") + "\",\"b\":\""
				+ base64("it is tomato & soup") + "\",\"c\":\"" + base64("no credential") + "\"}"), result.values());
		assertThat(answer.path("answer").toString()).isEqualTo("{\"a\":\"" + base64("it is masked")
				+ "\",\"b\":\"${any}\",\"c\":\"" + base64("no credential") + "\"}");
	}

	@Test
	void hidesWhatAFormHasEncodedElsewhereAsWell() {
		assertThat(masked("{\"a\":\"password=p%40ss+w%26rd\",\"b\":\"p@ss w&rd\",\"c\":\"x=p%40ss%20w%26rd\"}"))
			.isEqualTo("{\"a\":\"password=masked\",\"b\":\"masked\",\"c\":\"x=masked\"}");
	}

	@Test
	void looksIntoTheBase64OfAnySource() {
		String secret = base64("{\"token\":\"t\"}");
		String expected = base64("{\"token\":\"masked\"}");
		String kafka = "{\"eventSource\":\"aws:kafka\",\"records\":{\"a-0\":[{\"topic\":\"a\",\"key\":\"%1$s\",\"value\":\"%1$s\"}]}}";
		assertThat(masked(kafka.formatted(secret))).isEqualTo(kafka.formatted(expected));
		String sqs = "{\"messageAttributes\":{\"a\":{\"binaryValue\":\"%1$s\",\"binaryListValues\":[\"%1$s\"]}}}";
		assertThat(masked(sqs.formatted(secret))).isEqualTo(sqs.formatted(expected));
		assertThat(masked("{\"dynamodb\":{\"NewImage\":{\"a\":{\"B\":\"" + secret + "\"}}}}")).contains(expected);
		assertThat(maskedAnswer("{}", "{\"records\":[{\"data\":\"" + secret + "\"}]}"))
			.isEqualTo("{\"records\":[{\"data\":\"${any}\"}]}");
	}

	@Test
	void masksInFragmentsNestedFieldsAndQuotedValues() {
		assertThat(maskedText("https://a/#access_token=x&b=1")).isEqualTo("https://a/#access_token=masked&b=1");
		assertThat(maskedText("https://a/?b=1#state=2&id_token=x")).isEqualTo("https://a/?b=1#state=2&id_token=masked");
		assertThat(maskedText("user[name]=a&user[password]=b&user%5Bpassword%5D=c&users[0][token]=d&token[]=e"))
			.isEqualTo(
					"user[name]=a&user[password]=masked&user%5Bpassword%5D=masked&users[0][token]=masked&token[]=masked");
		assertThat(maskedText("Server=db;password=x;y Mode=1")).isEqualTo("Server=db;password=masked Mode=1");
		assertThat(maskedText("token=\"a b\" c=d")).isEqualTo("token=\"masked\" c=d");
		assertThat(masked("{\"spring.datasource.password\":\"x\",\"secret[0]\":\"y\"}"))
			.isEqualTo("{\"spring.datasource.password\":\"masked\",\"secret[0]\":\"masked\"}");
	}

	@Test
	void takesTextsOfAnyLength() {
		String text = "\0".repeat(100_000) + "\"password\":\"" + "\\n".repeat(100_000) + "\" " + " ".repeat(100_000)
				+ "token=x";
		assertThat(maskedText(text)).endsWith(" token=masked").hasSizeLessThan(text.length() - 199_000);
	}

}
