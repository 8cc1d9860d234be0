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

package dev.kindling.logging.slf4j;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ThreadBoundMdc}.
 */
class ThreadBoundMdcUnitTests {

	private final ThreadBoundMdc mdc = new ThreadBoundMdc();

	@AfterEach
	void clear() {
		this.mdc.clear();
	}

	@Test
	void keepsTheOrderOfEntries() {
		this.mdc.put("b", "1");
		this.mdc.put("a", "2");
		this.mdc.put("b", "3");
		assertThat(ThreadBoundMdc.current()).containsExactly(Map.entry("b", "3"), Map.entry("a", "2"));
		this.mdc.remove("b");
		assertThat(this.mdc.get("b")).isNull();
		assertThat(this.mdc.get("a")).isEqualTo("2");
	}

	@Test
	void isNotInheritedByThreads() throws Exception {
		this.mdc.put("AWSRequestId", "1");
		AtomicReference<Map<String, String>> seen = new AtomicReference<>();
		Thread thread = new Thread(() -> seen.set(new HashMap<>(ThreadBoundMdc.current())));
		thread.start();
		thread.join();
		assertThat(seen.get()).isEmpty();
		assertThat(ThreadBoundMdc.current()).containsEntry("AWSRequestId", "1");
	}

	@Test
	void copiesWhatItGivesAndTakes() {
		this.mdc.put("a", "1");
		Map<String, String> copy = this.mdc.getCopyOfContextMap();
		assertThat(copy).isNotNull();
		copy.put("a", "2");
		assertThat(this.mdc.get("a")).isEqualTo("1");
		this.mdc.setContextMap(copy);
		copy.put("a", "3");
		assertThat(this.mdc.get("a")).isEqualTo("2");
		this.mdc.setContextMap(null);
		assertThat(this.mdc.getCopyOfContextMap()).isNull();
	}

	@Test
	void refusesANullKey() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.mdc.put(null, "value"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.mdc.get(null));
	}

	@Test
	void hasStacksByKey() {
		this.mdc.pushByKey("a", "1");
		this.mdc.pushByKey("a", "2");
		assertThat(this.mdc.getCopyOfDequeByKey("a")).containsExactly("2", "1");
		assertThat(this.mdc.popByKey("a")).isEqualTo("2");
		this.mdc.clearDequeByKey("a");
		assertThat(this.mdc.popByKey("a")).isNull();
	}

}
