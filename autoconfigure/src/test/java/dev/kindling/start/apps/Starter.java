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

package dev.kindling.start.apps;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

import dev.kindling.start.LeanApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts an application in one of two ways and writes down what it reports.
 */
public final class Starter {

	private Starter() {
	}

	public static void main(String[] args) throws Throwable {
		Class<?> application = Class.forName(args[2]);
		System.setProperty("spring.aot.enabled", String.valueOf(args[0].equals("generated")));
		String[] rest = Arrays.copyOfRange(args, 3, args.length);
		ConfigurableApplicationContext context = args[0].equals("lean") ? startLean(rest)
				: startThroughBoot(application, rest);
		Report report = context.getBean(Report.class);
		if (Boolean.parseBoolean(context.getEnvironment().getProperty("exits"))) {
			write(report, Path.of(args[1]));
			System.exit(0);
		}
		context.close();
		write(report, Path.of(args[1]));
	}

	private static void write(Report report, Path file) throws IOException {
		Properties properties = new Properties();
		properties.putAll(report);
		try (var writer = Files.newBufferedWriter(file)) {
			properties.store(writer, null);
		}
	}

	private static ConfigurableApplicationContext startThroughBoot(Class<?> type, String[] args) throws Throwable {
		Class<?> source = type.getSimpleName().equals("SplitMain") ? Class.forName(type.getName() + "$Application")
				: type;
		SpringApplication application = new SpringApplication(source);
		application.setMainApplicationClass(type);
		return application.run(args);
	}

	/**
	 * What the native executable puts behind {@code SpringApplication.run}.
	 */
	private static ConfigurableApplicationContext startLean(String[] args) throws Throwable {
		Method run = Class.forName("dev.kindling.start.LeanStart")
			.getDeclaredMethod("run", Class[].class, String[].class);
		run.setAccessible(true);
		try {
			return (ConfigurableApplicationContext) run.invoke(null, new Class<?>[] { source() }, args);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * The class that main passes to {@code SpringApplication.run}.
	 */
	private static Class<?> source() throws Exception {
		Field instance = Class.forName("dev.kindling.start.GeneratedApplication").getDeclaredField("INSTANCE");
		instance.setAccessible(true);
		return ((LeanApplication) instance.get(null)).source();
	}

}
