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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.kindling.fake.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ShutdownIntegrationTests extends RuntimeFixture {

	@Test
	void registersAnExtensionWithoutEventsBeforeTheFirstInvocation() throws Exception {
		List<Integer> before = new CopyOnWriteArrayList<>();
		this.api.next((exchange) -> {
			before.add(this.api.extensionRequests().size());
			exchange.deliver("id", new byte[0]);
		});
		start(RuntimeFixture::echo, (builder) -> builder);
		this.api.post();
		assertThat(before.get(0)).isPositive();
		ApiRequest register = this.api.extensionRequests().get(0);
		assertThat(register.line()).isEqualTo("POST /2020-01-01/extension/register HTTP/1.1");
		assertThat(register.headers()).containsEntry("lambda-extension-name", "kindling");
		assertThat(register.text()).isEqualTo("{\"events\":[]}");
		assertServes();
		ApiRequest next = this.api.extensionRequests().get(1);
		assertThat(next.line()).isEqualTo("GET /2020-01-01/extension/event/next HTTP/1.1");
		assertThat(next.headers()).containsEntry("lambda-extension-identifier", "5f1d");
	}

	@Test
	void doesNotRegisterWhereThatIsSwitchedOff() throws Exception {
		start(RuntimeFixture::echo);
		assertServes();
		assertThat(this.api.extensionRequests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
			"HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n{}",
			"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "garbage\r\n\r\n" })
	void servesWithoutTheExtensionsApi(String answer) throws Exception {
		this.api.onExtension((exchange) -> exchange.write(answer));
		start(RuntimeFixture::echo, (builder) -> builder);
		assertServes();
		assertThat(this.process.lines()).isEmpty();
	}

	@Test
	void theSignalClosesTheApplicationAndExitsWithZero() throws Exception {
		List<String> steps = new CopyOnWriteArrayList<>();
		start(RuntimeFixture::echo, (builder) -> builder.shutdownSignal(false));
		assertServes();
		new Shutdown(this.runtime, () -> {
			steps.add("running " + this.runtime.isRunning());
			this.runtime.close();
			steps.add("closed");
		}, this.process).run();
		assertThat(steps).containsExactly("running false", "closed");
		assertThat(this.process.end()).isEqualTo("exit 0");
	}

	@Test
	void theInvocationThatIsHandledIsAnsweredFirst() throws Exception {
		CountDownLatch started = new CountDownLatch(1);
		start((invocation) -> {
			started.countDown();
			Thread.sleep(30);
			return echo(invocation);
		});
		deliver("{}");
		assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
		new Shutdown(this.runtime, () -> {
		}, this.process).run();
		assertThat(this.api.post().path()).endsWith("/response");
		assertThat(this.process.end()).isEqualTo("exit 0");
	}

	@Test
	void anInvocationThatTakesTooLongIsAbandoned() throws Exception {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		start((invocation) -> {
			started.countDown();
			end.await();
			return echo(invocation);
		});
		deliver("{}");
		assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
		List<String> steps = new CopyOnWriteArrayList<>();
		new Shutdown(this.runtime, () -> steps.add("application closed"), this.process).run();
		assertThat(steps).containsExactly("application closed");
		assertThat(this.process.end()).isIn("exit 0", "halt 0");
		end.countDown();
	}

	@Test
	void anApplicationThatDoesNotCloseIsCutOff() throws Exception {
		start(RuntimeFixture::echo);
		assertServes();
		CountDownLatch never = new CountDownLatch(1);
		Thread signal = new Thread(new Shutdown(this.runtime, () -> {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, this.process));
		signal.start();
		assertThat(this.process.end()).isEqualTo("halt 0");
		never.countDown();
		signal.join();
	}

	@Test
	void anApplicationThatFailsToCloseIsTold() throws Exception {
		start(RuntimeFixture::echo);
		assertServes();
		new Shutdown(this.runtime, () -> {
			throw new IllegalStateException("no");
		}, this.process).run();
		assertThat(this.process.end()).isEqualTo("exit 0");
		assertThat(this.process.lines()).singleElement().asString().contains("IllegalStateException: no");
	}

	@Test
	void closingFromTheInvocationsOwnThreadDoesNotWaitForIt() throws Exception {
		start((invocation) -> {
			this.runtime.close();
			return echo(invocation);
		});
		deliver("{}");
		assertThat(this.api.post().path()).endsWith("/response");
		for (int i = 0; i < 2000 && this.runtime.isRunning(); i++) {
			Thread.sleep(10);
		}
		assertThat(this.runtime.isRunning()).isFalse();
		assertThat(this.process.lines()).isEmpty();
	}

	@Test
	void closingTwiceOrBeforeTheStartIsNoHarm() {
		LambdaRuntime unstarted = LambdaRuntime.builder(environment()).handler(RuntimeFixture::echo).build();
		unstarted.close();
		start(RuntimeFixture::echo);
		this.runtime.close();
		this.runtime.close();
		assertThat(this.runtime.isRunning()).isFalse();
		assertThatIllegalStateException().isThrownBy(this.runtime::start);
	}

	@Test
	void waitsForWhatIsToBeDoneBeforeTheFirstInvocation() throws Exception {
		CompletableFuture<String> priming = new CompletableFuture<>();
		CountDownLatch asked = new CountDownLatch(1);
		this.api.next((exchange) -> {
			asked.countDown();
			exchange.deliver("id", new byte[0]);
		});
		start(RuntimeFixture::echo,
				(builder) -> builder.shutdownSignal(false).beforeFirstNext(priming, Duration.ofSeconds(20)));
		assertThat(asked.await(50, TimeUnit.MILLISECONDS)).isFalse();
		priming.complete("done");
		assertThat(this.api.post().path()).endsWith("/response");
		assertThat(this.process.lines()).isEmpty();
	}

	@Test
	void goesOnWhenThatTakesTooLong() throws Exception {
		start(RuntimeFixture::echo, (builder) -> builder.shutdownSignal(false)
			.beforeFirstNext(new CompletableFuture<>(), Duration.ofMillis(20)));
		assertServes();
		assertThat(this.process.lines()).singleElement().asString().contains("after waiting 20 ms");
	}

	@Test
	void goesOnWhenThatFails() throws Exception {
		start(RuntimeFixture::echo,
				(builder) -> builder.shutdownSignal(false)
					.beforeFirstNext(CompletableFuture.failedFuture(new IllegalStateException("secret")),
							Duration.ofSeconds(20)));
		assertServes();
		assertThat(this.process.lines()).last()
			.asString()
			.contains("failed: java.lang.IllegalStateException")
			.doesNotContain("secret");
	}

}
