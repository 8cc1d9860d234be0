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
import java.util.ArrayList;
import java.util.List;

import dev.kindling.properties.UnknownProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ConfigurableBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.NativeDetector;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Connects Spring Boot's own start with Lambda: the loop starts after the application has
 * been told that it is ready, runners included.
 */
final class LambdaRunListener implements SpringApplicationRunListener, Ordered {

	private static final Log logger = LogFactory.getLog(LambdaRunListener.class);

	private static final String OTHER_LOOP = "org.springframework.cloud.function.adapter.aws.CustomRuntimeInitializer";

	private final SpringApplication application;

	private @Nullable ConfigurableEnvironment environment;

	LambdaRunListener(SpringApplication application, String[] args) {
		SupportedSpringBoot.require(application, SpringBootVersion.getVersion());
		this.application = application;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	/**
	 * Takes out the loop of Spring Cloud Function's adapter, which would ask for the same
	 * invocations, and which logs the environment when it starts.
	 */
	@Override
	public void environmentPrepared(ConfigurableBootstrapContext bootstrapContext,
			ConfigurableEnvironment environment) {
		this.environment = environment;
		if (!NativeDetector.inNativeImage()) {
			// without an eye on the time, as an executable has it
			UnknownProperties.of(environment).forEach(logger::warn);
		}
		if (!LambdaProcess.runsLoop(environment)) {
			return;
		}
		List<ApplicationContextInitializer<?>> kept = new ArrayList<>();
		for (ApplicationContextInitializer<?> initializer : this.application.getInitializers()) {
			if (!initializer.getClass().getName().equals(OTHER_LOOP)) {
				kept.add(initializer);
			}
		}
		this.application.setInitializers(kept);
	}

	/**
	 * Says what started the application to those who process it ahead of time.
	 */
	@Override
	public void contextPrepared(ConfigurableApplicationContext context) {
		Class<?> mainClass = this.application.getMainApplicationClass();
		if (mainClass != null && Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			MainClass.register(mainClass, context.getBeanFactory());
		}
	}

	/**
	 * A mapper that was made at build time can't honour what is set now.
	 */
	@Override
	public void contextLoaded(ConfigurableApplicationContext context) {
		if (FrozenObjectMapper.isUsedBy(context.getBeanFactory())) {
			FrozenObjectMapper.refuseProperties(context.getEnvironment());
		}
	}

	@Override
	public void ready(ConfigurableApplicationContext context, Duration timeTaken) {
		LambdaStart.ready(context);
	}

	@Override
	public void failed(ConfigurableApplicationContext context, Throwable failure) {
		FailedStart.begin((context != null) ? context.getEnvironment() : this.environment, failure);
	}

}
