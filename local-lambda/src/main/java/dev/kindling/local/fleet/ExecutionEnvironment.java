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

package dev.kindling.local.fleet;

import java.io.Closeable;

import dev.kindling.local.api.ExtensionsApiHandler;
import dev.kindling.local.api.RuntimeApiHandler;
import dev.kindling.local.sandbox.Invoker;
import dev.kindling.local.sandbox.Sandbox;
import dev.kindling.local.server.LambdaHttpServer;
import org.eclipse.jetty.server.Handler;

/**
 * One process after the other, and the Runtime API that they speak to. Its address is all
 * that tells one environment's requests from another's.
 */
final class ExecutionEnvironment implements Closeable {

	private final Invoker invoker;

	private final LambdaHttpServer runtimeApi;

	ExecutionEnvironment(Invoker invoker) {
		this.invoker = invoker;
		this.runtimeApi = LambdaHttpServer.start("runtime-api", 0,
				new Handler.Sequence(new RuntimeApiHandler(invoker.settings(), invoker::sandbox),
						new ExtensionsApiHandler(invoker.settings(), invoker::sandbox)));
		invoker.connect(this.runtimeApi.address());
	}

	Invoker invoker() {
		return this.invoker;
	}

	/**
	 * Stops listening, unless a process is left that speaks to it.
	 */
	@Override
	public void close() {
		Sandbox last = this.invoker.sandbox();
		if (last == null || last.hasEnded()) {
			this.runtimeApi.close();
		}
	}

}
