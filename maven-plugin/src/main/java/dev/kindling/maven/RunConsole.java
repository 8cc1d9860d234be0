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

package dev.kindling.maven;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.console.Browser;
import dev.kindling.console.Console;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.workbench.Reload;
import dev.kindling.local.workbench.WorkbenchFunction;
import dev.kindling.local.workbench.WorkbenchListener;
import dev.kindling.maven.inventory.FoundFunction;
import dev.kindling.maven.inventory.InventoryFile;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The console's page beside a running Lambda. What the functions' types look like comes
 * from the inventory; as that takes a while, the page is there before it, and it is made
 * anew only for someone who looks.
 */
final class RunConsole implements Closeable {

	private final Console console;

	private final Callable<@Nullable InventoryFile> inventory;

	private final Log log;

	private final AtomicBoolean stale = new AtomicBoolean();

	private final ExecutorService worker = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "console-inventory");
		thread.setDaemon(true);
		return thread;
	});

	private volatile @Nullable InventoryFile known;

	private RunConsole(int port, LocalLambda lambda, Map<String, String> environment,
			Callable<@Nullable InventoryFile> inventory, Log log) {
		this.inventory = inventory;
		this.log = log;
		this.console = start(port, lambda, environment);
		lambda.workbench().addListener(new WorkbenchListener() {

			@Override
			public void reloaded(Reload reload) {
				RunConsole.this.stale.set(true);
			}

		});
		this.worker.execute(this::read);
	}

	/**
	 * Starts the page's server.
	 * @param port to listen at; {@code 0} for a free one
	 * @param open whether to open the page in the developer's browser, if there is one
	 * @param lambda what the page shows
	 * @param environment the functions' own variables
	 * @param inventory finds the functions' types, and takes its time
	 * @param log is told what prevents that
	 */
	static RunConsole start(int port, boolean open, LocalLambda lambda, Map<String, String> environment,
			Callable<@Nullable InventoryFile> inventory, Log log) {
		RunConsole started = new RunConsole(port, lambda, environment, inventory, log);
		if (open) {
			Browser.open(started.address(), log::warn);
		}
		return started;
	}

	/**
	 * A second Lambda on this machine has a page, too.
	 */
	private Console start(int port, LocalLambda lambda, Map<String, String> environment) {
		try {
			return Console.start(port, lambda.workbench(), environment, this::example);
		}
		catch (UncheckedIOException ex) {
			this.log
				.warn("Port " + port + " is in use, the console takes a free one: kindling.console.port names another");
			return Console.start(0, lambda.workbench(), environment, this::example);
		}
	}

	URI address() {
		return this.console.address();
	}

	private @Nullable JsonNode example(WorkbenchFunction function) {
		if (this.stale.compareAndSet(true, false)) {
			this.worker.execute(this::read);
		}
		InventoryFile file = this.known;
		FoundFunction found = (file != null) ? find(file, function) : null;
		return (found != null) ? found.example() : null;
	}

	private static @Nullable FoundFunction find(InventoryFile file, WorkbenchFunction function) {
		for (FoundFunction each : file.functions()) {
			if (each.name().equals(function.handler()) || each.name().equals(function.name())) {
				return each;
			}
		}
		List<FoundFunction> served = file.lambdaFunctions();
		return (served.size() == 1) ? served.get(0) : null;
	}

	private void read() {
		try {
			InventoryFile found = this.inventory.call();
			if (found != null && !found.equals(this.known)) {
				this.known = found;
				this.console.functionsChanged();
			}
		}
		catch (Exception ex) {
			this.log.debug("The console shows no examples of the functions' types", ex);
		}
	}

	@Override
	public void close() {
		this.worker.shutdownNow();
		this.console.close();
	}

}
