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

package dev.kindling.corpus.plain.scheduling;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class Heartbeat {

	private final CountDownLatch beats = new CountDownLatch(3);

	private final CountDownLatch ticks = new CountDownLatch(1);

	@Scheduled(fixedRateString = "${scheduling.rate}")
	void beat() {
		this.beats.countDown();
	}

	@Scheduled(cron = "* * * * * *", zone = "Asia/Tokyo")
	void tick() {
		this.ticks.countDown();
	}

	boolean waitForBeats() {
		return await(this.beats);
	}

	boolean waitForTick() {
		return await(this.ticks);
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(3, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
