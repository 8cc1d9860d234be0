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

package dev.kindling.corpus.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Starts an application lean on the JVM: does what the native executable puts behind
 * {@code SpringApplication.run}.
 */
public final class LeanDriver {

	private LeanDriver() {
	}

	/**
	 * Starts an application.
	 * @param args the class with {@code @SpringBootApplication}, and the application's
	 * own arguments
	 */
	public static void main(String[] args) throws Throwable {
		System.setProperty("spring.aot.enabled", "true");
		Method run = Class.forName("dev.kindling.start.LeanStart")
			.getDeclaredMethod("run", Class[].class, String[].class);
		run.setAccessible(true);
		try {
			run.invoke(null, new Class<?>[] { Class.forName(args[0]) }, Arrays.copyOfRange(args, 1, args.length));
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
