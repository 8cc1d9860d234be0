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

package dev.kindling.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.kindling.image.MethodOrder.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class MethodOrderUnitTests {

	private final MethodOrder order = new MethodOrder(
			Map.of("java.util.HashMap", Set.of("put"), "com.acme.Stage$$Lambda", Set.of("get")),
			Map.of("java.util.HashMap", Set.of("<init>", "put")));

	@Test
	void whatACallRunsComesBeforeWhatOnlyAStartRuns() {
		assertThat(this.order.use("Ljava/util/HashMap;", "put")).isEqualTo(Use.CALL);
		assertThat(this.order.use("Ljava/util/HashMap;", "<init>")).isEqualTo(Use.START);
		assertThat(this.order.use("Ljava/util/HashMap;", "clear")).isEqualTo(Use.UNSEEN);
		assertThat(Use.values()).containsExactly(Use.CALL, Use.START, Use.UNSEEN);
	}

	@Test
	void allLambdasOfAClassAreOne() {
		assertThat(this.order.use("Lcom/acme/Stage$$Lambda.0x7c7273fa7c580bc;", "get")).isEqualTo(Use.CALL);
		assertThat(this.order.use("Lcom/acme/Stage$$Lambda$14/0x01;", "get")).isEqualTo(Use.CALL);
		assertThat(this.order.use("Lcom/acme/Stage;", "get")).isEqualTo(Use.UNSEEN);
	}

	@Test
	void whatAheadOfTimeProcessingGeneratesRunsAtAStart() {
		assertThat(this.order.use("Lcom/acme/Orders__BeanDefinitions;", "getOrders")).isEqualTo(Use.START);
		assertThat(this.order.use("Lcom/acme__x/Orders;", "find")).isEqualTo(Use.UNSEEN);
		assertThat(this.order.use("Lcom/acme/__Orders;", "find")).isEqualTo(Use.UNSEEN);
	}

	@Test
	void theMeasuredListsHoldWhatAFunctionRuns() {
		MethodOrder measured = MethodOrder.measured();
		assertThat(measured.use("Ldev/kindling/codec/HttpConnection;", "send")).isEqualTo(Use.CALL);
		assertThat(measured.use("Lsun/security/ssl/ServerHello$ServerHelloConsumer;", "consume")).isEqualTo(Use.START);
		assertThat(measured.use("Lcom/example/SampleApplication;", "main")).isEqualTo(Use.UNSEEN);
	}

	@Test
	void theListsOfTheClassPathAreAddedToKindlingsOwn() {
		MethodOrder measured = MethodOrder.measured();
		assertThat(measured.use("Lcom/acme/Orders;", "place")).isEqualTo(Use.CALL);
		assertThat(measured.use("Ljava/util/HashMap;", "clone")).isEqualTo(Use.CALL);
		assertThat(measured.use("Ljava/util/HashMap;", "put")).isEqualTo(Use.CALL);
		assertThat(measured.use("Lcom/acme/Orders;", "cancel")).isEqualTo(Use.UNSEEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.Orders", "com.acme.Orders\tplace", "com.acme.Orders place ", " ",
			"\uFEFFcom.acme.A b" })
	void aListThatIsNoneIsRefusedByName(String line, @TempDir Path directory) throws IOException {
		Path list = Files.writeString(directory.resolve("methods-of-a-call.txt"),
				"java.util.HashMap put\n" + line + "\n");
		assertThatIOException().isThrownBy(() -> MeasuredList.add(list.toUri().toURL(), new HashMap<>()))
			.withMessageContaining(list.toString())
			.withMessageContaining("kindling:profile");
	}

	@Test
	void aListInAnotherEncodingIsRefused(@TempDir Path directory) throws IOException {
		Path list = Files.write(directory.resolve("list.txt"), new byte[] { 'A', ' ', (byte) 0xE4, '\n' });
		assertThatIOException().isThrownBy(() -> MeasuredList.add(list.toUri().toURL(), new HashMap<>()));
	}

	@Test
	void linesMayEndAsOnWindows(@TempDir Path directory) throws IOException {
		Path list = Files.writeString(directory.resolve("list.txt"), "com.acme.Orders place take\r\n");
		Map<String, Set<String>> used = new HashMap<>();
		MeasuredList.add(list.toUri().toURL(), used);
		assertThat(used).containsExactly(Map.entry("com.acme.Orders", Set.of("place", "take")));
	}

}
