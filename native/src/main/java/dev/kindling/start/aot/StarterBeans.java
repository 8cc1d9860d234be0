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

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The beans that the starter itself brings and that may leave an executable, each group
 * with the classes that define it, what foreign code mentions that makes use of it, and
 * why it can go. A bean that isn't listed here stays, whoever defines it.
 * <p>
 * Whatever the marks say, a bean stays that is injected somewhere, and all stay where the
 * application itself looks beans up.
 */
enum StarterBeans {

	/**
	 * What reads annotations of injection points and of bean methods. Ahead-of-time
	 * processing has done most of that, but a bean that is made otherwise still needs it.
	 */
	INJECTION("they inject beans that ahead-of-time processing hasn't seen", true,
			List.of("org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor",
					"org.springframework.context.annotation.CommonAnnotationBeanPostProcessor"),
			List.of()),

	/** What makes functions of Kotlin's lambdas. */
	KOTLIN_LAMBDAS("they make functions of Kotlin's lambdas", true,
			List.of("org.springframework.cloud.function.context.config.KotlinLambdaToFunctionAutoConfiguration"),
			List.of()),

	/** What ahead-of-time processing has made of the configuration classes. */
	CONFIGURATION_CLASSES("their work is done when the executable is built", List.of(
			"org.springframework.context.annotation.ConfigurationClassPostProcessor",
			"org.springframework.boot.autoconfigure.SharedMetadataReaderFactoryContextInitializer$SharedMetadataReaderFactoryBean",
			"dev.kindling.start.aot.AotProcessingAutoConfiguration", "dev.kindling.start.aot.ObjectMapperFreezer"),
			List.of()),

	/** Methods that listen to events. */
	EVENT_LISTENERS("no bean has a method that listens to events",
			List.of("org.springframework.context.event.EventListenerMethodProcessor",
					"org.springframework.context.event.DefaultEventListenerFactory"),
			List.of("org/springframework/context/event/EventListener")),

	/** Placeholders in {@code @Value} and in bean definitions. */
	PLACEHOLDERS("no value holds a placeholder",
			List.of("org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration"),
			List.of("org/springframework/beans/factory/annotation/Value;", "${",
					"org/springframework/context/EmbeddedValueResolverAware")),

	/** Binding of configuration properties. */
	CONFIGURATION_PROPERTIES("no bean holds configuration properties", List.of(
			"org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration",
			"org.springframework.boot.context.properties.ConfigurationPropertiesBindingPostProcessor",
			"org.springframework.boot.context.properties.ConfigurationPropertiesBinder",
			"org.springframework.boot.context.properties.ConfigurationPropertiesBinder$ConfigurationPropertiesBinderFactory",
			"org.springframework.boot.context.properties.BoundConfigurationProperties"),
			List.of("org/springframework/boot/context/properties/ConfigurationProperties",
					"org/springframework/boot/context/properties/BoundConfigurationProperties")),

	/** Which beans the validation of methods leaves alone. */
	METHOD_VALIDATION("nothing validates the arguments of methods",
			List.of("org.springframework.boot.validation.beanvalidation.MethodValidationExcludeFilter"), List.of()),

	/** Proxies for infrastructure advisors; those for aspects aren't the starter's. */
	PROXIES("no bean is an advisor",
			List.of("org.springframework.boot.autoconfigure.aop.AopAutoConfiguration",
					"org.springframework.boot.autoconfigure.aop.AopAutoConfiguration$ClassProxyingConfiguration",
					"org.springframework.aop.framework.autoproxy.InfrastructureAdvisorAutoProxyCreator"),
			List.of("org/springframework/aop/")),

	/** The states of liveness and readiness. */
	AVAILABILITY("nothing asks for the application's availability",
			List.of("org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration"),
			List.of("org/springframework/boot/availability/")),

	/** How long beans may take to stop. */
	LIFECYCLE("no bean has a lifecycle to end",
			List.of("org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration",
					"org.springframework.boot.autoconfigure.context.LifecycleProperties"),
			List.of("org/springframework/context/Lifecycle", "org/springframework/context/SmartLifecycle",
					"org/springframework/context/support/DefaultLifecycleProcessor"),
			"spring.lifecycle."),

	/** Where the application's packages are. */
	PACKAGES("nothing scans the application's packages when it runs",
			List.of("org.springframework.boot.autoconfigure.AutoConfigurationPackages$BasePackages"),
			List.of("AutoConfigurationPackages", "org/springframework/boot/autoconfigure/domain/EntityScan")),

	/** Executors of tasks. */
	TASK_EXECUTION("nothing runs tasks", List.of(
			"org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration",
			"org.springframework.boot.autoconfigure.task.TaskExecutionProperties",
			"org.springframework.boot.autoconfigure.task.TaskExecutorConfigurations$ThreadPoolTaskExecutorBuilderConfiguration",
			"org.springframework.boot.autoconfigure.task.TaskExecutorConfigurations$SimpleAsyncTaskExecutorBuilderConfiguration",
			"org.springframework.boot.autoconfigure.task.TaskExecutorConfigurations$AsyncConfigurerConfiguration",
			"org.springframework.boot.autoconfigure.task.TaskExecutorConfigurations$TaskExecutorConfiguration",
			"org.springframework.boot.autoconfigure.task.TaskExecutorConfigurations$BootstrapExecutorConfiguration"),
			List.of("org/springframework/core/task/", "org/springframework/scheduling/",
					"org/springframework/boot/task/", "applicationTaskExecutor", "taskExecutor", "bootstrapExecutor")),

	/** Schedulers of tasks. */
	TASK_SCHEDULING("nothing schedules tasks", List.of(
			"org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration",
			"org.springframework.boot.autoconfigure.task.TaskSchedulingProperties",
			"org.springframework.boot.autoconfigure.task.TaskSchedulingConfigurations$ThreadPoolTaskSchedulerBuilderConfiguration",
			"org.springframework.boot.autoconfigure.task.TaskSchedulingConfigurations$SimpleAsyncTaskSchedulerBuilderConfiguration"),
			List.of("org/springframework/scheduling/", "org/springframework/boot/task/", "taskScheduler")),

	/** Clients for HTTP, and the converters of their messages. */
	HTTP_CLIENTS("nothing uses Spring's clients for HTTP", List.of(
			"org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration",
			"org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration$StringHttpMessageConverterConfiguration",
			"org.springframework.boot.autoconfigure.http.JacksonHttpMessageConvertersConfiguration",
			"org.springframework.boot.autoconfigure.http.JacksonHttpMessageConvertersConfiguration$MappingJackson2HttpMessageConverterConfiguration",
			"org.springframework.boot.autoconfigure.http.client.HttpClientAutoConfiguration",
			"org.springframework.boot.autoconfigure.http.client.HttpClientProperties",
			"org.springframework.boot.autoconfigure.http.client.reactive.ClientHttpConnectorAutoConfiguration",
			"org.springframework.boot.autoconfigure.http.client.reactive.HttpReactiveClientProperties",
			"org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration",
			"org.springframework.boot.autoconfigure.web.client.RestTemplateAutoConfiguration"),
			List.of("org/springframework/web/client/", "org/springframework/web/service/",
					"org/springframework/web/reactive/", "org/springframework/http/client/",
					"org/springframework/http/converter/", "org/springframework/boot/web/client/",
					"org/springframework/boot/http/", "org/springframework/boot/autoconfigure/web/client/",
					"org/springframework/boot/autoconfigure/http/")),

	/** Bundles of keys and certificates. */
	SSL_BUNDLES("nothing uses an SSL bundle",
			List.of("org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration",
					"org.springframework.boot.autoconfigure.ssl.SslProperties"),
			List.of("org/springframework/boot/ssl/", "org/springframework/boot/autoconfigure/ssl/"), "spring.ssl."),

	/** What the build left about itself. */
	PROJECT_INFO("nothing asks for the build's or Git's details",
			List.of("org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration",
					"org.springframework.boot.autoconfigure.info.ProjectInfoProperties"),
			List.of("org/springframework/boot/info/")),

	/** Reactor's settings. */
	REACTOR("nothing uses Reactor",
			List.of("org.springframework.boot.autoconfigure.reactor.ReactorAutoConfiguration",
					"org.springframework.boot.autoconfigure.reactor.ReactorProperties"),
			List.of("reactor/"), "spring.reactor."),

	/** Scripts that prepare a database. */
	SQL_SCRIPTS("there is no database", List.of(
			"org.springframework.boot.autoconfigure.sql.init.SqlInitializationAutoConfiguration",
			"org.springframework.boot.autoconfigure.sql.init.SqlInitializationProperties",
			"org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer$DependsOnDatabaseInitializationPostProcessor"),
			List.of("javax/sql/DataSource", "io/r2dbc/", "org/springframework/boot/sql/", "org/springframework/jdbc/")),

	/** Jackson's mapper, builder and modules. */
	JACKSON("nothing is given a mapper, or only the one that Kindling makes", List.of(
			"org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration",
			"org.springframework.boot.autoconfigure.jackson.JacksonProperties",
			"org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration$Jackson2ObjectMapperBuilderCustomizerConfiguration",
			"org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration$JacksonObjectMapperBuilderConfiguration",
			"org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration$ParameterNamesModuleConfiguration",
			"org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration$JacksonObjectMapperConfiguration",
			"org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration$JacksonMixinConfiguration",
			"org.springframework.boot.jackson.JsonMixinModuleEntries"),
			List.of("org/springframework/http/converter/json/", "org/springframework/boot/jackson/",
					"org/springframework/boot/autoconfigure/jackson/")),

	/** The mapper that Kindling makes. */
	FROZEN_MAPPER("nothing is given a mapper", List.of("dev.kindling.start.FrozenObjectMapper"), List.of()),

	/** Spring Cloud Function's catalog, which composes, routes and converts. */
	FUNCTION_CATALOG("each function is bound directly", List.of(
			"org.springframework.cloud.function.adapter.aws.AWSCompanionAutoConfiguration",
			"org.springframework.cloud.function.cloudevent.CloudEventsFunctionExtensionConfiguration",
			"org.springframework.cloud.function.context.FunctionProperties",
			"org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration",
			"org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration$JsonMapperConfiguration",
			"org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration$PlainFunctionScanConfiguration"),
			List.of("org/springframework/cloud/function/", "functionCatalog", "functionRouter")),

	/** Kindling's own, such as DynamoDB's clients. */
	KINDLING("no bean of the application is made from them",
			List.of("dev.kindling.autoconfigure.DynamoDbAutoConfiguration",
					"dev.kindling.autoconfigure.DynamoDbAutoConfiguration$AsyncConfiguration",
					"dev.kindling.autoconfigure.FunctionAutoConfiguration"),
			List.of());

	private final String reason;

	private final boolean stays;

	private final Set<String> origins;

	private final List<String> marks;

	private final @Nullable String properties;

	StarterBeans(String reason, List<String> origins, List<String> marks) {
		this(reason, false, origins, marks, null);
	}

	StarterBeans(String reason, boolean stays, List<String> origins, List<String> marks) {
		this(reason, stays, origins, marks, null);
	}

	StarterBeans(String reason, List<String> origins, List<String> marks, String properties) {
		this(reason, false, origins, marks, properties);
	}

	StarterBeans(String reason, boolean stays, List<String> origins, List<String> marks, @Nullable String properties) {
		this.reason = reason;
		this.stays = stays;
		this.origins = Set.copyOf(origins);
		this.marks = List.copyOf(marks);
		this.properties = properties;
	}

	/**
	 * The group that beans of a class belong to.
	 * @param origin the class of a bean, or the one whose method makes it
	 * @return {@code null} if the bean isn't the starter's
	 */
	static @Nullable StarterBeans of(@Nullable String origin) {
		for (StarterBeans beans : values()) {
			if (origin != null && beans.origins.contains(origin)) {
				return beans;
			}
		}
		return null;
	}

	/**
	 * Why the beans can leave, as a sentence about an application that they left.
	 */
	String reason() {
		return this.reason;
	}

	/**
	 * Whether the beans stay in every executable.
	 */
	boolean stays() {
		return this.stays;
	}

	/**
	 * The classes whose beans these are.
	 */
	Set<String> origins() {
		return this.origins;
	}

	/**
	 * What a class file mentions that makes use of the beans, as one of these.
	 */
	List<String> marks() {
		return this.marks;
	}

	/**
	 * The prefix of the properties that make the beans act.
	 */
	@Nullable String properties() {
		return this.properties;
	}

}
