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

package dev.kindling.dynamodb.tables;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.kindling.autoconfigure.DynamoDbAutoConfiguration;
import dev.kindling.dynamodb.priming.DynamoDbPriming;
import dev.kindling.dynamodb.FakeDynamoDb;
import dev.kindling.http.KindlingHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DynamoDbPriming}.
 */
class PrimingIntegrationTests {

	private FakeDynamoDb dynamoDb;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() throws IOException {
		this.dynamoDb = new FakeDynamoDb();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DynamoDbAutoConfiguration.class))
			.withUserConfiguration(TablesApplication.class)
			.withPropertyValues("kindling.dynamodb.endpoint=" + this.dynamoDb.endpoint());
	}

	@AfterEach
	void stop() {
		this.dynamoDb.close();
	}

	private static ContextConsumer<AssertableApplicationContext> primed() {
		return (context) -> context.getBean(DynamoDbPriming.class).running().get(20, TimeUnit.SECONDS);
	}

	@Test
	void readsFromEachTableThatIsWanted() {
		this.runner.withPropertyValues("kindling.dynamodb.priming=always").run(primed());
		assertThat(this.dynamoDb.operations()).containsExactly("GetItem", "GetItem");
	}

	@Test
	void readsByTheApplicationsOwnClient() {
		this.runner.withPropertyValues("kindling.dynamodb.priming=always")
			.withBean(DynamoDbEnhancedClient.class,
					() -> DynamoDbEnhancedClient.builder()
						.dynamoDbClient(DynamoDbClient.builder()
							.endpointOverride(this.dynamoDb.endpoint())
							.region(Region.EU_WEST_1)
							.credentialsProvider(AnonymousCredentialsProvider.create())
							.httpClient(KindlingHttpClient.create())
							.build())
						.build())
			.withBean("withoutClient", BeanFactoryPostProcessor.class, () -> (beanFactory) -> {
				// as in an executable, where nothing is made from it
				((BeanDefinitionRegistry) beanFactory).removeBeanDefinition("dynamoDbClient");
			})
			.run(primed());
		assertThat(this.dynamoDb.operations()).containsExactly("GetItem", "GetItem");
	}

	@Test
	void describesTablesWhereTheFunctionMayNotRead() {
		this.runner
			.withPropertyValues("kindling.dynamodb.priming=always", "kindling.dynamodb.priming-call=describe-table")
			.run(primed());
		assertThat(this.dynamoDb.operations()).containsExactly("DescribeTable", "DescribeTable");
	}

	@Test
	void connectsOnlyWhereNothingIsToBeCalled() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			this.runner
				.withPropertyValues("kindling.dynamodb.priming=always", "kindling.dynamodb.priming-call=connect",
						"kindling.dynamodb.endpoint=http://127.0.0.1:" + server.getLocalPort())
				.run(primed());
			server.setSoTimeout(10_000);
			server.accept().close();
			server.setSoTimeout(100);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
		}
	}

	@Test
	void doesNotGoOnBesideTheFirstInvocation() {
		this.dynamoDb.answer(() -> {
			try {
				Thread.sleep(1_200);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return new FakeDynamoDb.Answer(200, "{}");
		});
		this.runner.withPropertyValues("kindling.dynamodb.priming=always").run(primed());
		assertThat(this.dynamoDb.operations()).containsExactly("GetItem");
	}

	@Test
	void swallowsFailures() {
		this.dynamoDb.refuse(400, "AccessDeniedException", "User is not authorized");
		this.runner.withPropertyValues("kindling.dynamodb.priming=always").run(primed());
		assertThat(this.dynamoDb.operations()).containsExactly("GetItem", "GetItem");
	}

	@Test
	void leavesALocalEndpointAlone() {
		this.runner.withPropertyValues("AWS_LAMBDA_FUNCTION_NAME=f")
			.run((context) -> assertThat(context.getBean(DynamoDbPriming.class).running()).isCancelled());
		this.runner.withPropertyValues("kindling.dynamodb.priming=off")
			.run((context) -> assertThat(context.getBean(DynamoDbPriming.class).running()).isCancelled());
		assertThat(this.dynamoDb.operations()).isEmpty();
	}

	@Test
	void handsTheEarlyConnectionToTheClient() {
		this.runner.withPropertyValues("kindling.dynamodb.priming=always").withInitializer((context) -> {
			DefaultListableBeanFactory beanFactory = (DefaultListableBeanFactory) context.getBeanFactory();
			DynamoDbPriming.connect(beanFactory, context.getEnvironment());
			assertThat(beanFactory.containsSingleton("dev.kindling.dynamodb.primedConnection")).isTrue();
		}).run((context) -> {
			primed().accept(context);
			context.getBean(DynamoDbClient.class).listTables();
		});
		assertThat(this.dynamoDb.operations()).containsExactly("GetItem", "GetItem", "ListTables");
	}

	@Test
	void connectsFromGeneratedCodeBeforeAnyBeanIsCreated() throws IOException {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(TablesApplication.class, DynamoDbAutoConfiguration.class);
		TestGenerationContext generated = new TestGenerationContext(
				ClassName.get("dev.kindling.dynamodb.tables", "TablesApplication"));
		new ApplicationContextAotGenerator().processAheadOfTime(context, generated);
		generated.writeGeneratedContent();
		List<String> sources = new ArrayList<>();
		for (String name : generated.getGeneratedFiles().getGeneratedFiles(Kind.SOURCE).keySet()) {
			sources.add(generated.getGeneratedFiles().getGeneratedFileContent(Kind.SOURCE, name));
		}
		assertThat(sources).anyMatch((source) -> source.contains("DynamoDbPriming.connect(beanFactory, environment)"));
	}

}
