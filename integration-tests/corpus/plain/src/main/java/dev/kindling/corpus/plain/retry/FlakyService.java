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

package dev.kindling.corpus.plain.retry;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Recover;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Service;

@Service
class FlakyService {

	private final AtomicInteger calls = new AtomicInteger();

	@Retryable(retryFor = IllegalStateException.class, maxAttempts = 3, backoff = @Backoff(delay = 5))
	public String call(int failures) {
		if (this.calls.incrementAndGet() <= failures) {
			throw new IllegalStateException("Not now");
		}
		return "after " + this.calls.getAndSet(0) + " calls";
	}

	@Recover
	public String recover(IllegalStateException ex, int failures) {
		return "recovered after " + this.calls.getAndSet(0) + " calls: " + ex.getMessage();
	}

}
