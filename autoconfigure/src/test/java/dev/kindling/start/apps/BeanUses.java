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

import java.util.Map;
import java.util.function.Function;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.web.client.RestClient;

/**
 * Ways to use the starter's beans.
 */
public final class BeanUses {

	private BeanUses() {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Plain {

		@Bean
		public Function<Map<String, String>, String> greet() {
			return (request) -> "Hello, " + request.get("name");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Injects {

		@Bean
		public Function<String, String> client(RestClient.Builder builder) {
			return (uri) -> builder.build().get().uri(uri).retrieve().body(String.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableAsync
	public static class Async {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Imports {

		@Bean
		public ObjectProviderHolder somethingNobodyInjects(ObjectProvider<TaskExecutor> executors) {
			return new ObjectProviderHolder();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class TakesContext {

		@Bean
		public String name(ApplicationContext context) {
			return context.getDisplayName();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class TakesFactory {

		@Bean
		public FactoryAware aware() {
			return new FactoryAware();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Stops {

		@Bean
		public Server server() {
			return new Server();
		}

	}

	public static class ObjectProviderHolder {

	}

	public static class FactoryAware implements BeanFactoryAware {

		@Override
		public void setBeanFactory(BeanFactory beanFactory) {
		}

	}

	public static class Server implements SmartLifecycle {

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

}
