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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.kindling.local.workbench.Secrets;
import org.junit.jupiter.api.Test;

import static dev.kindling.local.record.MaskedEvents.answer;
import static dev.kindling.local.record.MaskedEvents.mask;
import static dev.kindling.local.record.MaskedEvents.masked;
import static dev.kindling.local.record.MaskedEvents.maskedAnswer;
import static dev.kindling.local.record.MaskedEvents.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What is a credential, and what stands in its place.
 */
class MaskingUnitTests {

	@Test
	void masksHeadersOfAnyCaseAndKeepsTheSchemeAndTheNamesOfCookies() {
		assertThat(masked("""
				{"headers":{"authorization":"Bearer abc.def","X-Amz-Security-Token":"IQoJb3Jp","cookie":"a=1; b=2",
				"accept":"*/*"},"cookies":["session=s3cr3t","theme=dark"],
				"multiValueHeaders":{"AUTHORIZATION":["Basic dXNlcg=="],"x-api-key":["k"]}}"""))
			.isEqualTo("{\"headers\":{\"authorization\":\"Bearer masked\",\"X-Amz-Security-Token\":\"masked\","
					+ "\"cookie\":\"a=masked; b=masked\",\"accept\":\"*/*\"},"
					+ "\"cookies\":[\"session=masked\",\"theme=masked\"],"
					+ "\"multiValueHeaders\":{\"AUTHORIZATION\":[\"Basic masked\"],\"x-api-key\":[\"masked\"]}}");
	}

	@Test
	void masksWithinBodiesFormsAndQueries() {
		assertThat(masked("{\"body\":\"{\\\"user\\\":\\\"a\\\",\\\"password\\\":\\\"p\\\",\\\"pin\\\":1}\"}"))
			.isEqualTo("{\"body\":\"{\\\"user\\\":\\\"a\\\",\\\"password\\\":\\\"masked\\\",\\\"pin\\\":1}\"}");
		assertThat(masked("{\"rawQueryString\":\"a=1&X-Amz-Signature=abc&b=2\"}"))
			.isEqualTo("{\"rawQueryString\":\"a=1&X-Amz-Signature=masked&b=2\"}");
		String form = Base64.getEncoder().encodeToString("user=a&password=p%20q".getBytes());
		String expected = Base64.getEncoder().encodeToString("user=a&password=masked".getBytes());
		assertThat(masked("{\"body\":\"" + form + "\",\"isBase64Encoded\":true}"))
			.isEqualTo("{\"body\":\"" + expected + "\",\"isBase64Encoded\":true}");
		assertThat(masked("{\"Records\":[{\"kinesis\":{\"data\":\""
				+ Base64.getEncoder().encodeToString("{\"token\":\"t\"}".getBytes()) + "\"}}]}"))
			.contains(Base64.getEncoder().encodeToString("{\"token\":\"masked\"}".getBytes()));
	}

	@Test
	void leavesWhatHoldsNoCredentialAsItIs() {
		String event = "{\"a\":1.50,\"body\":\"{ \\\"b\\\" : 2 }\",\"data\":\"AAEC\",\"token\":null,\"nextToken\":\"n\"}";
		Masking.Result result = mask(event);
		assertThat(result.masked().path("event").toString()).isEqualTo(event);
		assertThat(result.names()).isEmpty();
	}

	@Test
	void masksNumbersAndAllThatAPropertyHolds() {
		assertThat(masked("{\"secret\":{\"a\":17,\"b\":[\"c\",true]}}"))
			.isEqualTo("{\"secret\":{\"a\":0,\"b\":[\"masked\",true]}}");
	}

	@Test
	void hidesTheSameValueElsewhereInTheEventAndInTheAnswer() {
		String event = "{\"headers\":{\"Authorization\":\"Bearer 0123456789\"},\"copy\":\"is 0123456789\"}";
		assertThat(masked(event)).contains("\"copy\":\"is masked\"");
		assertThat(maskedAnswer(event, "{\"echo\":\"got 0123456789\"}")).isEqualTo("{\"echo\":\"got masked\"}");
	}

	@Test
	void marksInAnAnswerWhatIsACredentialByItsName() {
		assertThat(maskedAnswer("{}", """
				{"statusCode":200,"headers":{"Set-Cookie":"session=abc; Path=/; HttpOnly"},"cookies":["id=1; Secure"],
				"body":"{\\"access_token\\":\\"x\\",\\"expires_in\\":3600}"}"""))
			.isEqualTo("{\"statusCode\":200,\"headers\":{\"Set-Cookie\":\"session=${any}; Path=/; HttpOnly\"},"
					+ "\"cookies\":[\"id=${any}; Secure\"],"
					+ "\"body\":{\"access_token\":\"${any}\",\"expires_in\":3600}}");
		assertThat(maskedAnswer("{}", "{\"text\":\"{\\\"token\\\":\\\"x\\\"}\",\"spaced\":\"{ \\\"token\\\": 1 }\"}"))
			.as("JSON that would be written otherwise would be another text")
			.isEqualTo("{\"text\":\"{\\\"token\\\":\\\"${any}\\\"}\",\"spaced\":\"${any}\"}");
		assertThat(maskedAnswer("{}", "{\"headers\":{\"location\":\"https://a/b?token=x&c=1\"}}"))
			.isEqualTo("{\"headers\":{\"location\":\"https://a/b?token=${any}&c=1\"}}");
	}

	@Test
	void hidesCredentialsOfTheEnvironment() {
		Masking masking = new Masking(new MaskedNames(List.of(), List.of()),
				Secrets.of(Map.of("DB_PASSWORD", "tomato-soup", "TABLE", "people-table")));
		assertThat(
				masking.maskRequest(request("{\"a\":\"tomato-soup people-table\"}")).masked().path("event").toString())
			.isEqualTo("{\"a\":\"masked people-table\"}");
		assertThat(masking.maskAnswer(answer("{\"a\":\"with tomato-soup\"}")).path("answer").toString())
			.isEqualTo("{\"a\":\"with ${any}\"}");
	}

	@Test
	void takesMoreNamesAndKeepsOthers() {
		Masking masking = new Masking(new MaskedNames(List.of("x-tenant"), List.of("Cookie", "Cookies")),
				Secrets.of(Map.of()));
		assertThat(masking.maskRequest(request("{\"X-Tenant\":\"t\",\"cookie\":\"a=1\",\"cookies\":[\"a=1\"]}"))
			.masked()
			.path("event")
			.toString()).isEqualTo("{\"X-Tenant\":\"masked\",\"cookie\":\"a=1\",\"cookies\":[\"a=1\"]}");
		assertThatIllegalArgumentException().isThrownBy(() -> new MaskedNames(List.of(), List.of("X-Cookie")))
			.withMessageContaining("'X-Cookie' isn't masked, and needn't be kept. Masked are: Authorization, ");
	}

	@Test
	void masksWhatTheDocumentsSay() throws Exception {
		String text = Files.readString(Path.of("../docs/local.md"));
		String section = text.substring(text.indexOf("**Credentials**"), text.indexOf("Case, hyphens"));
		MaskedNames names = new MaskedNames(List.of(), List.of());
		List<String> documented = Pattern.compile("`([\\w-]+)`")
			.matcher(section)
			.results()
			.map((name) -> name.group(1))
			.toList();
		assertThat(documented).allMatch(names::contains);
		assertThat(documented).containsAll(MaskedNames.STANDARD);
		String endings = section.substring(section.indexOf("end with one of"));
		assertThat(MaskedNames.ENDINGS).allSatisfy((ending) -> assertThat(endings).contains('`' + ending + '`'));
	}

	@Test
	void keepsATextThatLooksLikeAMarkerApartFromOne() {
		String answer = "{\"a\":\"${uuid} and ${other}\"}";
		String kept = maskedAnswer("{}", answer);
		assertThat(kept).isEqualTo("{\"a\":\"${dollar}{uuid} and ${other}\"}");
		assertThat(MarkedText.matches("${dollar}{uuid} and ${other}", "${uuid} and ${other}")).isTrue();
	}

	@Test
	void masksAsAWholeWhatHasNotTheFormOfACookie() {
		assertThat(masked("{\"cookie\":\"eyJhbGci.eyJzdWI.c2ln\",\"Cookie\":\"YWJjZA==\",\"Set-Cookie\":\"YWJjZDE=\"}"))
			.isEqualTo("{\"cookie\":\"masked\",\"Cookie\":\"masked\",\"Set-Cookie\":\"masked\"}");
		assertThat(masked("{\"cookies\":{\"session\":\"abc\",\"more\":{\"a\":\"b=c\"}}}"))
			.isEqualTo("{\"cookies\":{\"session\":\"masked\",\"more\":{\"a\":\"masked\"}}}");
		assertThat(masked("{\"cookie\":\"a=1; bare; c=; d=x==\"}"))
			.isEqualTo("{\"cookie\":\"a=masked;masked; c=; d=masked\"}");
		Masking masking = new Masking(new MaskedNames(List.of("cookieSecret", "x-cookie"), List.of()),
				Secrets.of(List.of()));
		assertThat(masking.maskRequest(request("{\"cookieSecret\":\"abc\",\"X-Cookie\":\"a=b\"}"))
			.masked()
			.path("event")
			.toString()).isEqualTo("{\"cookieSecret\":\"masked\",\"X-Cookie\":\"masked\"}");
	}

	@Test
	void keepsOfACookieThatIsSetWhatSaysHowItIsKept() {
		assertThat(maskedAnswer("{}", """
				{"Set-Cookie":"a=1; Path=/; Max-Age=5; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure, b=2; Path=/",
				"set-cookie":"gone=; Max-Age=0","cookies":["token; HttpOnly"],"cookie":"a=1; b=2"}"""))
			.isEqualTo("{\"Set-Cookie\":\"a=${any}; Path=/; Max-Age=5; Expires=Wed, 21 Oct 2026 07:28:00 GMT;"
					+ "${any}; Path=/\",\"set-cookie\":\"gone=; Max-Age=0\",\"cookies\":[\"${any}; HttpOnly\"],"
					+ "\"cookie\":\"a=${any}; b=${any}\"}");
	}

	@Test
	void masksNamesThatEndAsACredentialsDoes() {
		MaskedNames names = new MaskedNames(List.of(), List.of());
		assertThat(List.of("newPassword", "confirm_password", "webhookSecret", "authToken", "X-Shopify-Access-Token",
				"stripe-api-key", "MY_PRIVATE_KEY", "csrfToken"))
			.allMatch(names::contains);
		assertThat(List.of("nextToken", "pageToken", "passwordless", "secretary", "key", "publicKey", "tokenType"))
			.noneMatch(names::contains);
		MaskedNames others = new MaskedNames(List.of(), List.of("newPassword", "secret"));
		assertThat(List.of("new_password", "secret", "user[newPassword]")).noneMatch(others::contains);
		assertThat(List.of("password", "oldPassword", "webhookSecret")).allMatch(others::contains);
	}

}
