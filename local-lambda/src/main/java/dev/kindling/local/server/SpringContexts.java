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

package dev.kindling.local.server;

import java.io.Closeable;
import java.util.function.Consumer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationHook;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Learns which application context a {@code main} method starts, so that it can be
 * closed.
 */
public final class SpringContexts {

	private SpringContexts() {
	}

	public static void capture(Consumer<Closeable> contexts, Main main) throws Exception {
		if (isSpringBootPresent()) {
			Hook.run(contexts, main);
		}
		else {
			main.run();
		}
	}

	static boolean isSpringBootPresent() {
		try {
			Class.forName("org.springframework.boot.SpringApplicationHook", false,
					SpringContexts.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

	/**
	 * Calls an application's {@code main}.
	 */
	public interface Main {

		void run() throws Exception;

	}

	/**
	 * Apart, as Spring Boot may not be there.
	 */
	private static final class Hook {

		static void run(Consumer<Closeable> contexts, Main main) throws Exception {
			SpringApplicationHook hook = (application) -> new SpringApplicationRunListener() {

				@Override
				public void contextPrepared(ConfigurableApplicationContext context) {
					contexts.accept(context);
				}

			};
			SpringApplication.withHook(hook, () -> {
				main.run();
				return null;
			});
		}

	}

}
