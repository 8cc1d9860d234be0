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

package dev.kindling.dynamodb.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class CallTimerIntegrationTests {

	private final CallTimer timer = new CallTimer();

	@AfterEach
	void shutDown() {
		this.timer.shutdownNow();
	}

	@Test
	void endsCallsWhenTheirTimeHasComeEarlierOnesFirst() throws InterruptedException {
		List<String> ended = Collections.synchronizedList(new ArrayList<>());
		CountDownLatch all = new CountDownLatch(3);
		long start = System.nanoTime();
		for (int millis : new int[] { 300, 100, 200 }) {
			this.timer.schedule(() -> {
				ended.add(millis + ((System.nanoTime() - start < millis * 1_000_000L) ? " early" : ""));
				all.countDown();
			}, millis, TimeUnit.MILLISECONDS);
		}
		assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(ended).containsExactly("100", "200", "300");
		assertThat(this.timer.pending()).isZero();
	}

	@Test
	void aCallThatEndsInTimeIsLeftAloneAndForgotten() throws InterruptedException {
		List<String> ended = Collections.synchronizedList(new ArrayList<>());
		ScheduledFuture<?> call = this.timer.schedule(() -> {
			ended.add("cancelled");
		}, 50, TimeUnit.MILLISECONDS);
		assertThat(call.cancel(false)).isTrue();
		assertThat(this.timer.pending()).isZero();
		CountDownLatch later = new CountDownLatch(1);
		this.timer.schedule(later::countDown, 100, TimeUnit.MILLISECONDS);
		assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(ended).isEmpty();
	}

	@Test
	void oneWakeUpServesManyCallsAndNoneThatHasEndedIsKept() {
		for (int i = 0; i < 100; i++) {
			this.timer.schedule(() -> {
			}, 15, TimeUnit.MINUTES).cancel(false);
		}
		assertThat(this.timer.pending()).isZero();
		assertThat(this.timer.getQueue()).hasSize(1);
		this.timer.schedule(() -> {
		}, 1, TimeUnit.MINUTES);
		assertThat(this.timer.getQueue()).as("the later wake-up is replaced").hasSize(1);
	}

	@Test
	void aFailingTimeoutDoesNotKeepOthersFromTheirs() throws InterruptedException {
		this.timer.schedule(() -> {
			throw new IllegalStateException("as a test");
		}, 10, TimeUnit.MILLISECONDS);
		CountDownLatch later = new CountDownLatch(1);
		this.timer.schedule(later::countDown, 20, TimeUnit.MILLISECONDS);
		assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void isUsedNoMoreOnceItsClientIsClosed() {
		this.timer.schedule(() -> {
		}, 20, TimeUnit.MILLISECONDS);
		this.timer.shutdownNow();
		await().atMost(Duration.ofSeconds(10)).until(this.timer::isTerminated);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.timer.schedule(() -> {
		}, 1, TimeUnit.MILLISECONDS));
	}

}
