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

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.report.BuildReport;
import dev.kindling.start.apps.BeanUses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Opcodes;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Only those beans leave that the starter brings and that nothing uses.
 */
class UnneededBeansUnitTests {

	/** Spring Boot's own for tests, which this class path has. */
	private static final List<String> TESTING = List.of(
			"org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration",
			"org.springframework.boot.testcontainers.properties.TestcontainersPropertySourceAutoConfiguration");

	/** What only the starter brings, and not this class path. */
	private static final String ADAPTER = "org.springframework.cloud.function.adapter.aws.";

	@TempDir
	Path classes;

	private UnneededBeans.Decision decide(Class<?> configuration, String... properties) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(configuration);
		TestPropertyValues.of("spring.aot.processing=true", "spring.autoconfigure.exclude=" + String.join(",", TESTING))
			.and(properties)
			.applyTo(context);
		context.refreshForAotProcessing(new RuntimeHints());
		return UnneededBeans.decide(context.getDefaultListableBeanFactory(),
				new ApplicationClasses(List.of(this.classes)));
	}

	@Test
	void whatWasDecidedAndReportedLivesNoLongerThanTheApplication() throws InterruptedException {
		WeakReference<DefaultListableBeanFactory> application = decideAndReport();
		for (int i = 0; i < 100 && application.get() != null; i++) {
			System.gc();
			Thread.sleep(20);
		}
		assertThat(application.get()).isNull();
	}

	private static WeakReference<DefaultListableBeanFactory> decideAndReport() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(BeanUses.Plain.class);
		context.refreshForAotProcessing(new RuntimeHints());
		DefaultListableBeanFactory beanFactory = context.getDefaultListableBeanFactory();
		assertThat(UnneededBeans.decisionFor(beanFactory)).isSameAs(UnneededBeans.decisionFor(beanFactory));
		assertThat(BuildReport.of(beanFactory)).isSameAs(BuildReport.of(beanFactory))
			.isNotSameAs(BuildReport.of(new DefaultListableBeanFactory()));
		return new WeakReference<>(beanFactory);
	}

	private void addClassThatMentions(String text) throws IOException {
		ClassWriter writer = new ClassWriter(0);
		writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/example/Mentions", null, "java/lang/Object", null);
		writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "TEXT", "Ljava/lang/String;", null, text).visitEnd();
		writer.visitEnd();
		Files.createDirectories(this.classes.resolve("com/example"));
		Files.write(this.classes.resolve("com/example/Mentions.class"), writer.toByteArray());
	}

	static Stream<StarterBeans> groupsThatCanBeMentioned() {
		return Arrays.stream(StarterBeans.values()).filter((group) -> !group.marks().isEmpty());
	}

	static Stream<Arguments> names() {
		List<Arguments> names = new ArrayList<>();
		for (StarterBeans group : StarterBeans.values()) {
			group.origins()
				.stream()
				.filter((origin) -> !origin.startsWith(ADAPTER))
				.forEach((origin) -> names.add(Arguments.of(group, origin)));
			StarterHints.of(group).forEach((hint) -> names.add(Arguments.of(group, hint)));
		}
		return names.stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void eachNameOfTheListIsThatOfAClassOrAPackage(StarterBeans group, String name) throws IOException {
		ClassLoader classLoader = getClass().getClassLoader();
		if (name.endsWith(".")) {
			assertThat(classLoader.getResource(name.replace('.', '/'))).as(name).isNotNull();
		}
		else {
			try (InputStream file = classLoader.getResourceAsStream(name.replace('.', '/') + ".class")) {
				assertThat(file).as(name).isNotNull();
			}
		}
	}

	@Test
	void aPlainFunctionNeedsNoneOfTheStartersBeansButItsMapper() {
		UnneededBeans.Decision decision = decide(BeanUses.Plain.class);
		assertThat(ForeignBeans.types(decision.graph())).containsExactlyInAnyOrder(BeanUses.Plain.class,
				Function.class);
		assertThat(decision.foreign()).isFalse();
		assertThat(decision.reasons().keySet()).contains("greet", "functionInvocationHandler", "jacksonObjectMapper")
			.doesNotContain("restClientBuilder", "applicationTaskExecutor", "lifecycleProcessor", "functionCatalog",
					"sslBundleRegistry", "propertySourcesPlaceholderConfigurer");
		assertThat(decision.leftAsAWhole()).containsAll(groupsThatCanBeMentioned().toList());
	}

	@ParameterizedTest
	@MethodSource("groupsThatCanBeMentioned")
	void whatACertainClassMentionsStays(StarterBeans group) throws IOException {
		for (String mark : group.marks()) {
			addClassThatMentions(mark);
			assertThat(decide(BeanUses.Plain.class).left().values()).as(mark).doesNotContain(group);
		}
	}

	@Test
	void whatIsInjectedStaysWithAllThatItIsMadeFrom() {
		UnneededBeans.Decision decision = decide(BeanUses.Injects.class);
		assertThat(decision.reasons().keySet()).contains("restClientBuilder", "restClientBuilderConfigurer",
				"sslBundleRegistry", "clientHttpRequestFactoryBuilder");
		assertThat(decision.reasons()).containsEntry("restClientBuilder", "'client' is given Builder");
	}

	@Test
	void whatSpringLooksUpByItselfStays() {
		UnneededBeans.Decision decision = decide(BeanUses.Async.class);
		assertThat(decision.foreign()).isTrue();
		assertThat(decision.reasons().keySet()).contains("applicationTaskExecutor", "lifecycleProcessor");
	}

	@Test
	void aBeanOfAnyOtherOriginStays() {
		assertThat(decide(BeanUses.Imports.class).reasons().keySet()).contains("somethingNobodyInjects",
				"applicationTaskExecutor");
	}

	@Test
	void allStaysWhereTheApplicationLooksBeansUp() {
		for (Class<?> type : List.of(BeanUses.TakesContext.class, BeanUses.TakesFactory.class)) {
			UnneededBeans.Decision decision = decide(type);
			assertThat(decision.reasons().keySet()).as(type.getSimpleName())
				.contains("restClientBuilder", "applicationTaskExecutor", "functionCatalog");
			assertThat(decision.graph().lookUp()).endsWith("can look up any bean");
		}
	}

	@Test
	void aLifecycleKeepsHowLongItMayTakeToStop() {
		assertThat(decide(BeanUses.Stops.class).reasons().keySet()).contains("lifecycleProcessor");
	}

	@Test
	void aPropertyThatABeanActsOnKeepsIt() {
		assertThat(decide(BeanUses.Plain.class, "spring.reactor.context-propagation=auto").left().values())
			.doesNotContain(StarterBeans.REACTOR);
		assertThat(decide(BeanUses.Plain.class, "spring.ssl.bundle.pem.mine.truststore.certificate=classpath:ca.pem")
			.reasons()
			.keySet()).contains("sslBundleRegistry");
	}

	@Test
	void allStaysWhereAPropertySaysSo() {
		UnneededBeans.Decision decision = decide(BeanUses.Plain.class, "kindling.aot.unneeded-beans=keep");
		assertThat(Set.copyOf(decision.left().values())).containsExactly(StarterBeans.CONFIGURATION_CLASSES);
	}

	@Test
	void takesBackTheHintsOfWhatLeftAndNoOthers() {
		UnneededHints hints = new UnneededHints(decide(BeanUses.Plain.class), getClass().getClassLoader());
		assertThat(hints.reason("org.springframework.boot.env.EnvironmentPostProcessor")).isNotNull();
		assertThat(hints.reason("org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties")).isNotNull();
		assertThat(hints.reason("org.springframework.boot.liquibase.LiquibaseDatabaseInitializerDetector"))
			.isEqualTo("there is no database");
		assertThat(hints.reason("org.springframework.transaction.support.TransactionTemplate")).isNull();
		assertThat(hints
			.reason("org.springframework.boot.autoconfigure.dao.PersistenceExceptionTranslationAutoConfiguration"))
			.isNull();
		assertThat(hints.reason("com.example.Order")).isNull();
		UnneededHints withBundles = new UnneededHints(decide(BeanUses.Injects.class), getClass().getClassLoader());
		assertThat(withBundles.reason("org.springframework.boot.autoconfigure.ssl.SslProperties$Bundles")).isNull();
	}

}
