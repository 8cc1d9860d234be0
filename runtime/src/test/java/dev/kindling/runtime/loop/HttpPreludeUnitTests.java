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

package dev.kindling.runtime.loop;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.kindling.runtime.HttpPrelude;
import dev.kindling.runtime.InvocationResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HttpPreludeUnitTests {

	@Test
	void writesJsonAndEightNuls() {
		HttpPrelude prelude = new HttpPrelude(201, Map.of("X-Name", "\"é\""), List.of("a=b", "c=d"));
		assertThat(new String(prelude.toBytes(), StandardCharsets.UTF_8))
			.isEqualTo("{\"statusCode\":201,\"headers\":{\"X-Name\":\"\\\"é\\\"\"},\"cookies\":[\"a=b\",\"c=d\"]}"
					+ "\0".repeat(8));
	}

	@Test
	void goesBeforeTheBody() throws Exception {
		InvocationResponse.Streaming response = (InvocationResponse.Streaming) new HttpPrelude(200, Map.of(), List.of())
			.streaming((output) -> output.write('x'));
		assertThat(response.contentType()).isEqualTo("application/vnd.awslambda.http-integration-response");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		response.writer().write(bytes);
		assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("}" + "\0".repeat(8) + "x");
	}

	@Test
	void refusesWhatCannotStandInAnAnswer() {
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpPrelude(99, Map.of(), List.of()))
			.withMessageContaining("99");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new HttpPrelude(200, Map.of("X-A", "secret\r\nX-B: 1"), List.of()))
			.withMessageContaining("X-A")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpPrelude(200, Map.of(), List.of("a=b\n")));
	}

}
