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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.metrics.ApplicationStartup;

/**
 * Notes what the stages of a start leave behind.
 */
@SpringBootApplication(scanBasePackages = "none")
@Import({ StagesApplication.Hen.class, StagesApplication.Egg.class, StagesApplication.ByClass.class,
		StagesApplication.ByInterface.class, StagesApplication.Both.class })
public class StagesApplication {

	public static void main(String[] args) {
		SpringApplication.run(StagesApplication.class, args);
	}

	@EventListener
	void refreshed(ContextRefreshedEvent event) {
		event.getApplicationContext().getBean(Report.class).happened("refreshed");
	}

	@EventListener
	void closed(ContextClosedEvent event) {
		event.getApplicationContext().getBean(Report.class).happened("closed");
	}

	@Bean
	static Report report() {
		return new Report().note("eager", false);
	}

	@Bean
	StringBuilder eager(Report report) {
		report.note("eager", true);
		return new StringBuilder();
	}

	@Bean
	DisposableBean closer(Environment environment) {
		return () -> {
			String file = environment.getProperty("closed.file");
			if (file != null) {
				Files.writeString(Path.of(file), "closed\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			}
		};
	}

	@Bean
	@Order(4)
	CommandLineRunner zebra(Report report) {
		return (args) -> report.happened("zebra");
	}

	@Bean
	@Order(5)
	ApplicationRunner ape(Report report) {
		return (arguments) -> report.happened("ape");
	}

	@Bean
	@Order(6)
	CommandLineRunner lion(Report report) {
		return (args) -> report.happened("lion");
	}

	@Bean
	@Order(2)
	ApplicationRunner byMethod(Report report) {
		return (arguments) -> report.happened("by-method");
	}

	@Bean
	ApplicationRunner reporter(Report report, ConfigurableApplicationContext context, ApplicationStartup startup,
			ApplicationArguments arguments, Environment environment) {
		return (args) -> {
			DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
			report.note("id", context.getId())
				.note("resource", new String(context.getResource("base64:SGVsbG8=").getContentAsByteArray()))
				.note("startup", startup.getClass().getName())
				.note("arguments", arguments.getOptionNames() + " " + (arguments == args))
				.note("circles", beans.isAllowCircularReferences())
				.note("overriding", beans.isAllowBeanDefinitionOverriding())
				.note("alive", isKeptAlive())
				.note("platform", CloudPlatform.getActive(environment))
				.note("reactor", System.getProperty("reactor.schedulers.defaultBoundedElasticOnVirtualThreads"))
				.note("banner", context.containsBean("springBootBanner"))
				.note("headless", System.getProperty("java.awt.headless"))
				.note("vcap", environment.getProperty("vcap.application.name"));
		};
	}

	@Bean
	@Order(3)
	ApplicationRunner failing(ConfigurableApplicationContext context, Environment environment) {
		return (arguments) -> {
			switch (environment.getProperty("fail", "")) {
				case "checked" -> throw new IOException("a checked exception");
				case "runtime" -> throw new UnsupportedOperationException("a runtime exception");
				case "override" -> ((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition("eager",
						new RootBeanDefinition(StringBuilder.class));
				default -> {
				}
			}
		};
	}

	private static boolean isKeptAlive() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.anyMatch((thread) -> thread.getName().equals("keep-alive") && !thread.isDaemon());
	}

	@Order(-1)
	static class ByClass implements ApplicationRunner {

		private final Report report;

		ByClass(Report report) {
			this.report = report;
		}

		@Override
		public void run(ApplicationArguments arguments) {
			this.report.happened("by-class");
		}

	}

	static class ByInterface implements CommandLineRunner, Ordered {

		private final Report report;

		ByInterface(Report report) {
			this.report = report;
		}

		@Override
		public int getOrder() {
			return 1;
		}

		@Override
		public void run(String... args) {
			this.report.happened("by-interface");
		}

	}

	@Order(7)
	static class Both implements CommandLineRunner, ApplicationRunner {

		private final Report report;

		Both(Report report) {
			this.report = report;
		}

		@Override
		public void run(String... args) {
			this.report.happened("both-as-command-line-runner");
		}

		@Override
		public void run(ApplicationArguments arguments) {
			this.report.happened("both-as-application-runner");
		}

	}

	/**
	 * Refers to what refers to it, if told so.
	 */
	static class Hen implements InitializingBean {

		private final BeanFactory beanFactory;

		private final Environment environment;

		Hen(BeanFactory beanFactory, Environment environment) {
			this.beanFactory = beanFactory;
			this.environment = environment;
		}

		@Override
		public void afterPropertiesSet() {
			if (this.environment.getProperty("circle", Boolean.class, false)) {
				this.beanFactory.getBean(Egg.class);
			}
		}

	}

	static class Egg {

		Egg(Hen hen, Report report) {
			report.note("egg", hen != null);
		}

	}

}
