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

package dev.kindling.function.aot;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.kindling.autoconfigure.FunctionAutoConfiguration;
import dev.kindling.function.bind.FunctionBinding;
import dev.kindling.function.bind.FunctionBindings;
import dev.kindling.function.bind.GeneratedFunctions;
import dev.kindling.function.batch.DynamoDbChange;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What ahead-of-time processing writes for functions.
 */
class FunctionAotUnitTests {

	private static TestGenerationContext process(Class<?> configuration, ClassName[] initializer) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(configuration, FunctionAutoConfiguration.class);
		TestGenerationContext generation = new TestGenerationContext();
		// An application doesn't have the code of all these tests
		String classPath = System.clearProperty("java.class.path");
		try {
			initializer[0] = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		}
		finally {
			System.setProperty("java.class.path", classPath);
		}
		generation.writeGeneratedContent();
		return generation;
	}

	@Test
	@SuppressWarnings("unchecked")
	void writesTheBindingsWithTheirTypes() {
		ClassName[] name = new ClassName[1];
		TestGenerationContext generation = process(Shapes.class, name);
		TestCompiler.forSystem().with(generation).compile((compiled) -> {
			ApplicationContextInitializer<GenericApplicationContext> initializer = compiled
				.getInstance(ApplicationContextInitializer.class, name[0].toString());
			GenericApplicationContext context = new GenericApplicationContext();
			initializer.initialize(context);
			FunctionBindings bindings = (FunctionBindings) context.getBeanFactory()
				.getSingleton(FunctionBindings.BEAN_NAME);
			assertThat(bindings).isNotNull();
			assertThat(bindings.all()).extracting(FunctionBinding::toString)
				.containsExactly("draw: Shape -> List<Shape>", "queue: SQSEvent -> ()",
						"generic: List<Node>[] -> Color");
		});
	}

	@Test
	void failsForAnInterfaceThatSpringCloudFunctionCannotRead() {
		assertThatThrownBy(() -> process(Operators.class, new ClassName[1]))
			.hasMessageEndingWith("Function bean 'shout' is declared as UnaryOperator<String>, whose types "
					+ "Spring Cloud Function can't read ahead of time. Declare it as Function<String, String>.");
		assertThatThrownBy(() -> process(Painters.class, new ClassName[1]))
			.hasMessageEndingWith("Function bean 'paint' is declared as Painter<Color>, whose types "
					+ "Spring Cloud Function can't read ahead of time. Declare it as Function<Shape, Color>.");
		assertThatThrownBy(() -> process(Sinks.class, new ClassName[1]))
			.hasMessageEndingWith("Declare it as Consumer<List<Node>>.");
	}

	@Test
	void takesAnInterfaceThatSaysAllTypes() {
		process(Artists.class, new ClassName[1]);
	}

	@Configuration(proxyBeanMethods = false)
	public static class Operators {

		@Bean
		public static UnaryOperator<String> shout() {
			return String::toUpperCase;
		}

	}

	public interface Painter<C> extends Function<Shape, C> {

	}

	@Configuration(proxyBeanMethods = false)
	public static class Painters {

		@Bean
		public static Painter<Color> paint() {
			return (shape) -> Color.values()[0];
		}

	}

	public interface Sink<T> extends Consumer<List<T>> {

	}

	@Configuration(proxyBeanMethods = false)
	public static class Sinks {

		@Bean
		public static Sink<Node> sink() {
			return (nodes) -> {
			};
		}

	}

	@Test
	void takesClassesWhoseTypesAreKnownAsFarAsTheyGo() {
		process(Wildcards.class, new ClassName[1]);
	}

	/** What it implements has no type arguments, which is nobody's business. */
	@SuppressWarnings("rawtypes")
	public static class Untyped implements Comparable {

		@Override
		public int compareTo(Object other) {
			return 0;
		}

	}

	public static class OfWildcard implements Function<Map<String, ?>, String> {

		@Override
		public String apply(Map<String, ?> input) {
			return "";
		}

	}

	public static class OfUntyped implements Function<Untyped, String> {

		@Override
		public String apply(Untyped input) {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	public static class Wildcards {

		@Bean
		public static OfWildcard wildcard() {
			return new OfWildcard();
		}

		@Bean
		public static OfUntyped untyped() {
			return new OfUntyped();
		}

	}

	public interface Artist extends Painter<Color> {

	}

	@Configuration(proxyBeanMethods = false)
	public static class Artists {

		@Bean
		public static Artist paint() {
			return (shape) -> Color.values()[0];
		}

	}

	@Test
	void registersAllThatJacksonReaches() {
		RuntimeHints hints = process(Shapes.class, new ClassName[1]).getRuntimeHints();
		for (Class<?> type : List.of(Shape.class, Circle.class, Square.class, Color.class, Node.class, SQSEvent.class,
				SQSEvent.SQSMessage.class, SQSEvent.MessageAttribute.class)) {
			assertThat(RuntimeHintsPredicates.reflection().onType(type)).as(type.getName()).accepts(hints);
		}
	}

	@Test
	void bringsJodaTimeOnlyWithAnEventThatHasADate() {
		String codec = "dev.kindling.function.events.JodaDateTimeDeserializer";
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(org.springframework.aot.hint.TypeReference.of(codec))
			.test(process(Shapes.class, new ClassName[1]).getRuntimeHints())).isFalse();
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(org.springframework.aot.hint.TypeReference.of(codec))
			.test(process(Topics.class, new ClassName[1]).getRuntimeHints())).isTrue();
	}

	@Test
	void failsForAFunctionWhoseTypesAreUnknown() {
		assertThatThrownBy(() -> process(Raw.class, new ClassName[1])).hasMessageContaining("'raw' can't be determined")
			.hasMessageContaining("Declare the bean's method");
	}

	@Test
	void failsForARegistrationWithTheCatalog() {
		assertThatThrownBy(() -> process(Registered.class, new ClassName[1]))
			.hasMessageEndingWith("Bean 'registered' is a FunctionRegistration, which isn't served. "
					+ "Define the function itself as a bean, with its types.");
	}

	@Configuration(proxyBeanMethods = false)
	public static class Registered {

		@Bean
		public static FunctionRegistration<Function<String, String>> registered() {
			return new FunctionRegistration<>(Function.identity(), "registered");
		}

	}

	@Test
	void failsForACompositionThatCannotBeMade() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(Shapes.class, FunctionAutoConfiguration.class);
		TestPropertyValues.of("spring.cloud.function.definition=queue|draw").applyTo(context);
		assertThatThrownBy(
				() -> new ApplicationContextAotGenerator().processAheadOfTime(context, new TestGenerationContext()))
			.hasMessageContaining("'queue' returns nothing");
	}

	@Test
	void tellsWhichFeaturesAreUsed() throws IOException {
		assertThat(features(Shapes.class)).doesNotContain("entities", "publishers", "messages", "routing");
		assertThat(features(Changes.class)).contains("entities").doesNotContain("publishers", "messages");
		assertThat(features(Publishers.class)).contains("publishers").doesNotContain("messages");
		assertThat(features(MessagesOfPublishers.class)).contains("messages", "publishers");
	}

	@Test
	void bringsRoutingOnlyWhereTheApplicationRoutes() throws IOException {
		TestGenerationContext routing = routing("payload.type");
		assertThat(routing.getGeneratedFiles().getGeneratedFileContent(Kind.RESOURCE, GeneratedFunctions.RESOURCE))
			.contains("routing", "messages");
		assertThat(RuntimeHintsPredicates.reflection().onType(String.class)).accepts(routing.getRuntimeHints());
		assertThatThrownBy(() -> routing("payload.")).hasMessageContaining("is no expression");
	}

	private static TestGenerationContext routing(String expression) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(Shapes.class, FunctionAutoConfiguration.class);
		TestPropertyValues.of("spring.cloud.function.routing-expression=" + expression).applyTo(context);
		TestGenerationContext generation = new TestGenerationContext();
		new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		return generation;
	}

	private static List<String> features(Class<?> configuration) throws IOException {
		return process(configuration, new ClassName[1]).getGeneratedFiles()
			.getGeneratedFileContent(Kind.RESOURCE, GeneratedFunctions.RESOURCE)
			.lines()
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	public static class Publishers {

		@Bean
		public static Function<Flux<Node>, Flux<Node>> nodes() {
			return (nodes) -> nodes;
		}

	}

	/**
	 * An entity.
	 */
	@DynamoDbBean
	public static class Item {

	}

	@Configuration(proxyBeanMethods = false)
	public static class Changes {

		@Bean
		public static Consumer<DynamoDbChange<Item>> changes() {
			return (change) -> {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	public static class MessagesOfPublishers {

		@Bean
		public static Function<Flux<Message<Node>>, Flux<Node>> nodes() {
			return (nodes) -> nodes.map(Message::getPayload);
		}

	}

	@Configuration(proxyBeanMethods = false)
	public static class Shapes {

		@Bean
		public static Function<Shape, List<Shape>> draw() {
			return List::of;
		}

		@Bean
		public static java.util.function.Consumer<SQSEvent> queue() {
			return (event) -> {
			};
		}

		@Bean
		public static Function<List<Node>[], Color> generic() {
			return (nodes) -> Color.RED;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Topics {

		@Bean
		public static Function<SNSEvent, String> topic() {
			return (event) -> "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Raw {

		@Bean
		@SuppressWarnings("rawtypes")
		static Function raw() {
			return (event) -> event;
		}

	}

	public sealed interface Shape permits Circle, Square {

	}

	public record Circle(double radius) implements Shape {
	}

	public record Square(double side, Color color) implements Shape {
	}

	public enum Color {

		RED

	}

	public record Node(String name, List<Node> children) {
	}

}
