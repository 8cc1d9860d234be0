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

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/**
 * Applications that only Spring Boot's own stages can start.
 */
public final class BootsApplications {

	private BootsApplications() {
	}

	@SpringBootApplication(scanBasePackages = "none")
	public static class ListenerBean implements ApplicationListener<ApplicationStartedEvent> {

		public static void main(String[] args) {
			SpringApplication.run(ListenerBean.class, args);
		}

		@Override
		public void onApplicationEvent(ApplicationStartedEvent event) {
		}

	}

	@SpringBootApplication(scanBasePackages = "none")
	public static class AllEvents {

		public static void main(String[] args) {
			SpringApplication.run(AllEvents.class, args);
		}

		@EventListener
		void happened(ApplicationEvent event) {
		}

	}

	@SpringBootApplication(scanBasePackages = "none")
	public static class AllObjects {

		public static void main(String[] args) {
			SpringApplication.run(AllObjects.class, args);
		}

		@EventListener
		void happened(Object event) {
		}

	}

	@SpringBootApplication(scanBasePackages = "none")
	public static class Availability {

		public static void main(String[] args) {
			SpringApplication.run(Availability.class, args);
		}

		@EventListener
		void changed(AvailabilityChangeEvent<ReadinessState> event) {
		}

	}

	@SpringBootApplication(scanBasePackages = "none")
	public static class AskedAvailability {

		public static void main(String[] args) {
			SpringApplication.run(AskedAvailability.class, args);
		}

		@Bean
		String state(ApplicationAvailability availability) {
			return availability.getReadinessState().name();
		}

	}

	@SpringBootApplication(scanBasePackages = "none")
	public static class ExitCodes {

		public static void main(String[] args) {
			SpringApplication.run(ExitCodes.class, args);
		}

		@Bean
		ExitCodeGenerator code() {
			return () -> 42;
		}

	}

	@SpringBootApplication(scanBasePackages = "none")
	public static class AskedLoggingSystem {

		public static void main(String[] args) {
			SpringApplication.run(AskedLoggingSystem.class, args);
		}

		@Bean
		String logging(LoggingSystem logging) {
			return logging.getClass().getName();
		}

	}

	@SpringBootApplication(scanBasePackages = "none")
	public static class ShutdownHandlers {

		public static void main(String[] args) {
			SpringApplication.run(ShutdownHandlers.class, args);
		}

		@Bean
		String handlers() {
			SpringApplication.getShutdownHandlers().add(() -> {
			});
			return "added";
		}

	}

	@SpringBootApplication(scanBasePackages = "none")
	public static class Exiting {

		public static void main(String[] args) {
			System.exit(SpringApplication.exit(SpringApplication.run(Exiting.class, args)));
		}

	}

}
