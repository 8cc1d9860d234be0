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

package dev.kindling.start.aot;

import java.util.Arrays;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;

import kotlin.jvm.internal.Intrinsics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a main method does is read from its byte code.
 */
class ApplicationMainUnitTests {

	@ParameterizedTest
	@ValueSource(classes = { Plain.class, WithoutArguments.class, Logging.class, SystemProperties.class, Kotlin.class,
			KotlinWithoutArguments.class, UsesContext.class, Catching.class })
	void startsLeanWhatOnlyRunsAnApplication(Class<?> type) {
		ApplicationMain main = ApplicationMain.of(type);
		assertThat(main.reason()).isNull();
		assertThat(main.source()).isEqualTo(Source.class.getName());
	}

	@Test
	void saysWhatElseAMainMethodDoes() {
		assertThat(reason(Constructing.class)).endsWith("Constructing makes a SpringApplication");
		assertThat(reason(Building.class)).endsWith("Building makes a SpringApplicationBuilder");
		assertThat(reason(Several.class)).endsWith("Several uses SpringApplication.run");
		assertThat(reason(Twice.class)).endsWith("Twice runs more than one application");
		assertThat(reason(Delegating.class))
			.endsWith("Delegating calls ApplicationMainUnitTests.Delegating.start before SpringApplication.run");
		assertThat(reason(SettingState.class))
			.endsWith("SettingState calls ConcurrentHashMap before SpringApplication.run");
		assertThat(reason(Exiting.class)).endsWith("Exiting uses SpringApplication.exit");
		assertThat(reason(AddingHandlers.class)).endsWith("AddingHandlers uses SpringApplication.getShutdownHandlers");
		assertThat(reason(Lambda.class)).contains("Lambda calls ");
		assertThat(reason(Variable.class)).endsWith("Variable runs a class that isn't known before");
		assertThat(reason(Augmented.class)).contains("Augmented ");
		assertThat(reason(Source.class)).endsWith("Source has no method 'public static void main(String[] args)'");
	}

	private static String reason(Class<?> type) {
		return ApplicationMain.of(type).reason();
	}

	static class Source {

	}

	static class Plain {

		public static void main(String[] args) {
			SpringApplication.run(Source.class, args);
		}

	}

	static class WithoutArguments {

		public static void main(String[] args) {
			SpringApplication.run(Source.class);
		}

	}

	static class Logging {

		private static final Logger logger = LoggerFactory.getLogger(Logging.class);

		public static void main(String[] args) {
			logger.info("starts with {} arguments", args.length);
			System.out.println("starts with " + Arrays.toString(args));
			SpringApplication.run(Source.class, args);
		}

	}

	static class SystemProperties {

		public static void main(String[] args) {
			System.setProperty("spring.profiles.active", "dev");
			TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
			SpringApplication.run(Source.class, args);
		}

	}

	static class Kotlin {

		public static void main(String[] args) {
			Intrinsics.checkNotNullParameter(args, "args");
			Intrinsics.checkNotNullExpressionValue(
					SpringApplication.run(Source.class, Arrays.copyOf(args, args.length)), "run(...)");
		}

	}

	static class KotlinWithoutArguments {

		public static void main() {
			SpringApplication.run(Source.class, new String[0]);
		}

	}

	static class UsesContext {

		public static void main(String[] args) {
			ConfigurableApplicationContext context = SpringApplication.run(Source.class, args);
			new Thread(() -> context.getBean(Source.class)).start();
		}

	}

	static class Catching {

		public static void main(String[] args) {
			try {
				SpringApplication.run(Source.class, args);
			}
			catch (RuntimeException ex) {
				System.err.println(ex.getMessage());
			}
		}

	}

	static class Constructing {

		public static void main(String[] args) {
			SpringApplication application = new SpringApplication(Source.class);
			application.setBannerMode(Banner.Mode.OFF);
			application.run(args);
		}

	}

	static class Building {

		public static void main(String[] args) {
			new SpringApplicationBuilder(Source.class).run(args);
		}

	}

	static class Several {

		public static void main(String[] args) {
			SpringApplication.run(new Class<?>[] { Source.class, Plain.class }, args);
		}

	}

	static class Twice {

		public static void main(String[] args) {
			SpringApplication.run(Source.class, args);
			SpringApplication.run(Plain.class, args);
		}

	}

	static class Delegating {

		public static void main(String[] args) {
			start(args);
		}

		private static void start(String[] args) {
			SpringApplication.run(Source.class, args);
		}

	}

	static class SettingState {

		public static void main(String[] args) {
			new ConcurrentHashMap<String, String>().put("a", "b");
			SpringApplication.run(Source.class, args);
		}

	}

	static class Exiting {

		public static void main(String[] args) {
			System.exit(SpringApplication.exit(SpringApplication.run(Source.class, args)));
		}

	}

	static class AddingHandlers {

		public static void main(String[] args) {
			SpringApplication.getShutdownHandlers().add(() -> {
			});
			SpringApplication.run(Source.class, args);
		}

	}

	static class Lambda {

		public static void main(String[] args) {
			Runnable start = () -> SpringApplication.run(Source.class, args);
			start.run();
		}

	}

	static class Variable {

		public static void main(String[] args) {
			Class<?> type = (args.length > 0) ? String.class.getClass() : null;
			SpringApplication.run(type, args);
		}

	}

	static class Augmented {

		public static void main(String[] args) {
			SpringApplication.from(Plain::main).with(Source.class).run(args);
		}

	}

}
