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

package dev.kindling.start;

import java.time.Duration;
import java.util.Map;

import dev.kindling.runtime.api.InitErrorReporter;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.loop.LambdaRuntime;
import dev.kindling.runtime.loop.LambdaRuntimeBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Hands an application that is ready to Lambda, or tells Lambda why there is none. The
 * environment is looked at here, while the process runs, and decides nothing at build
 * time: an executable built anywhere serves on Lambda.
 */
final class LambdaStart {

	private static final Duration INIT_TASK_LIMIT = Duration.ofSeconds(1);

	private static final int LEAVE_MILLIS = 2000;

	private LambdaStart() {
	}

	/**
	 * Starts the loop if this is Lambda, and returns.
	 */
	static void ready(ConfigurableApplicationContext context) {
		Environment environment = context.getEnvironment();
		if (!LambdaProcess.runsLoop(environment)) {
			return;
		}
		// an application's parent, such as Spring Cloud's bootstrap context, has none
		InvocationHandler handler = only(context, InvocationHandler.class);
		if (handler == null) {
			return;
		}
		LambdaRuntimeBuilder builder = LambdaRuntime.builder(LambdaProcess.variables(environment))
			.handler(handler)
			.onShutdown(new CloseContext(context))
			.shutdownSignal(LambdaProcess.handlesShutdownSignal(environment));
		InitTask task = only(context, InitTask.class);
		if (task != null && !task.running().isCancelled()) {
			builder.beforeFirstNext(task.running(), INIT_TASK_LIMIT);
		}
		LambdaRuntime runtime = builder.build();
		if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry singletons) {
			singletons.registerDisposableBean("lambdaRuntime", new CloseRuntime(runtime));
		}
		runtime.start();
	}

	private static <T> @Nullable T only(ListableBeanFactory beanFactory, Class<T> type) {
		String[] names = beanFactory.getBeanNamesForType(type, false, false);
		return (names.length == 0) ? null
				: (names.length == 1) ? beanFactory.getBean(names[0], type) : beanFactory.getBean(type);
	}

	/**
	 * Says whether Lambda is to be told of a start that has failed.
	 */
	static boolean concerns(@Nullable Environment environment) {
		return (environment != null) ? LambdaProcess.runsLoop(environment)
				: System.getenv(LambdaProcess.RUNTIME_API) != null;
	}

	/**
	 * Reports a start that has failed and whose reason has been printed, and makes sure
	 * that the process ends with status 1 even if something keeps it alive.
	 */
	static void failed(@Nullable Environment environment, Throwable failure) {
		if (!concerns(environment)) {
			return;
		}
		Map<String, String> variables = (environment != null) ? LambdaProcess.variables(environment) : System.getenv();
		InitErrorReporter.report(variables, failure);
		if (environment == null
				|| !"false".equalsIgnoreCase(environment.getProperty("kindling.runtime.exit-on-failed-start"))) {
			afterwards(new Leave());
		}
	}

	/**
	 * Does something when this thread has ended, or after a while, if the process is
	 * still there.
	 */
	static void afterwards(Runnable action) {
		Thread thread = new Thread(new Afterwards(Thread.currentThread(), action), "after-failed-start");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Ends the application in its own order.
	 */
	private record CloseContext(ConfigurableApplicationContext context) implements Runnable {

		@Override
		public void run() {
			this.context.close();
		}

	}

	/**
	 * Ends the loop of an application that is closed.
	 */
	private record CloseRuntime(LambdaRuntime runtime) implements DisposableBean {

		@Override
		public void destroy() {
			this.runtime.close();
		}

	}

	/**
	 * Ends a process that other threads keep alive. Its shutdown hooks, which may have
	 * output to flush, get some time.
	 */
	private static final class Leave implements Runnable {

		@Override
		public void run() {
			Thread exit = new Thread(() -> Runtime.getRuntime().exit(1), "leave-after-failed-start");
			exit.setDaemon(true);
			exit.start();
			try {
				exit.join(LEAVE_MILLIS);
			}
			catch (InterruptedException ex) {
				// leave at once
			}
			Runtime.getRuntime().halt(1);
		}

	}

	/**
	 * Waits for the thread that starts the application.
	 */
	private record Afterwards(Thread starter, Runnable action) implements Runnable {

		@Override
		public void run() {
			try {
				this.starter.join(LEAVE_MILLIS);
			}
			catch (InterruptedException ex) {
				// that is early enough
			}
			this.action.run();
		}

	}

}
