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

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

@SpringBootApplication(scanBasePackages = "none")
@Import({ LifecycleApplication.Annotated.class, LifecycleApplication.Started.class })
public class LifecycleApplication {

	public static void main(String[] args) {
		SpringApplication.run(LifecycleApplication.class, args);
	}

	@Bean
	static Report report() {
		return new Report();
	}

	@Bean
	SmartInitializingSingleton singletons(Report report) {
		return () -> report.happened("singletons");
	}

	@Bean
	@Order(2)
	ApplicationRunner runner(Report report) {
		return (arguments) -> report.happened("runner-" + arguments.getOptionValues("color"));
	}

	@Bean
	@Order(1)
	CommandLineRunner commandLineRunner(Report report, ApplicationArguments arguments) {
		return (args) -> report.happened("args-" + args.length + "-" + arguments.getNonOptionArgs());
	}

	static class Annotated implements InitializingBean, DisposableBean {

		private final Report report;

		Annotated(Report report) {
			this.report = report;
		}

		@PostConstruct
		void constructed() {
			this.report.happened("post-construct");
		}

		@Override
		public void afterPropertiesSet() {
			this.report.happened("initializing");
		}

		@PreDestroy
		void leaving() {
			this.report.happened("pre-destroy");
		}

		@Override
		public void destroy() {
			this.report.happened("disposable");
		}

	}

	static class Started implements SmartLifecycle {

		private final Report report;

		private boolean running;

		Started(Report report) {
			this.report = report;
		}

		@Override
		public void start() {
			this.running = true;
			this.report.happened("start");
		}

		@Override
		public void stop() {
			this.running = false;
			this.report.happened("stop");
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

}
