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
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.kindling.autoconfigure.FunctionAutoConfiguration;
import dev.kindling.code.ApplicationClasses;
import dev.kindling.function.HttpExceptionMapper;
import dev.kindling.function.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which types are found in code, and where a warning says that one can't be.
 */
@ExtendWith(OutputCaptureExtension.class)
class CodeTypesUnitTests {

	@TempDir
	Path classPath;

	/**
	 * Processes an application that is a class with all that is nested in it.
	 */
	private RuntimeHints process(Class<?> application) throws Exception {
		Path compiled = Path.of(application.getProtectionDomain().getCodeSource().getLocation().toURI());
		Path folder = compiled.resolve(application.getPackageName().replace('.', '/'));
		Path target = Files.createDirectories(this.classPath.resolve(compiled.relativize(folder)));
		String prefix = application.getName().substring(application.getPackageName().length() + 1);
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				String name = file.getFileName().toString();
				if (name.equals(prefix + ".class") || name.startsWith(prefix + "$")) {
					Files.copy(file, target.resolve(name));
				}
			}
		}
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(application, FunctionAutoConfiguration.class);
			context.refreshForAotProcessing(new RuntimeHints());
			TestGenerationContext generation = new TestGenerationContext();
			CodeTypesAotProcessor.Contribution contribution = CodeTypesAotProcessor.process(context.getBeanFactory(),
					new ApplicationClasses(List.of(this.classPath)));
			if (contribution != null) {
				contribution.applyTo(generation, null);
			}
			return generation.getRuntimeHints();
		}
	}

	private static boolean isRegistered(Class<?> type, RuntimeHints hints) {
		return RuntimeHintsPredicates.reflection()
			.onType(type)
			.withMemberCategory(org.springframework.aot.hint.MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)
			.test(hints);
	}

	private static void assertRegistered(RuntimeHints hints, Class<?>... types) {
		assertThat(types).allSatisfy((type) -> assertThat(isRegistered(type, hints)).as(type.getName()).isTrue());
	}

	private static void assertNotRegistered(RuntimeHints hints, Class<?>... types) {
		assertThat(types).allSatisfy(
				(type) -> assertThat(RuntimeHintsPredicates.reflection().onType(type).test(hints)).as(type.getName())
					.isFalse());
	}

	@Test
	void findsWhatAFunctionReturnsAsAnObject(CapturedOutput output) throws Exception {
		RuntimeHints hints = process(Objects.class);
		assertRegistered(hints, Objects.Receipt.class, Objects.Line.class, Objects.Refusal.class, Objects.Stored.class,
				Objects.Late.class);
		assertNotRegistered(hints, Objects.class, Objects.Service.class, Objects.Unrelated.class);
		assertThat(output).doesNotContain("doesn't tell");
	}

	@Test
	void findsBodiesOfResponsesThoseOfExceptionMappersIncluded() throws Exception {
		RuntimeHints hints = process(Responses.class);
		assertRegistered(hints, Responses.Created.class, Responses.Problem.class, Responses.Detail.class);
	}

	@Test
	void findsWhatIsReadAndWrittenAsJson() throws Exception {
		RuntimeHints hints = process(Mappers.class);
		assertRegistered(hints, Mappers.Read.class, Mappers.Converted.class, Mappers.Written.class,
				Mappers.OfTree.class, Mappers.OfReader.class, Mappers.Element.class, Mappers.OfHelper.class,
				Mappers.GivenToHelper.class, Mappers.OfField.class, Mappers.OfTypeFactory.class,
				Mappers.Preferences.class, Mappers.InLambda.class, Mappers.ByReference.class);
		assertNotRegistered(hints, Mappers.Untouched.class, Mappers.Holder.class, DynamoDbClient.class);
	}

	@Test
	void findsWhatHttpClientsSendAndReceive() throws Exception {
		RuntimeHints hints = process(Clients.class);
		assertRegistered(hints, Clients.Query.class, Clients.Answer.class, Clients.Entry.class);
		assertThat(hints.reflection().typeHints()).noneMatch((hint) -> hint.getType().getName().contains("Clients$1"));
	}

	@Test
	void findsWhatStandsForAnInterface() throws Exception {
		RuntimeHints hints = process(Shapes.class);
		assertRegistered(hints, Shapes.Circle.class, Shapes.Square.class, Shapes.Held.class);
	}

	@Test
	void findsEventsOfAws() throws Exception {
		assertRegistered(process(Events.class), SQSEvent.class, SQSEvent.SQSMessage.class);
	}

	@Test
	void findsClassesThatJacksonIsToldAbout() throws Exception {
		assertRegistered(process(Annotated.class), Annotated.Named.class);
	}

	@Test
	void registersNothingWhereAllIsDeclared(CapturedOutput output) throws Exception {
		RuntimeHints hints = process(Declared.class);
		assertThat(hints.reflection().typeHints()).isEmpty();
		assertThat(output).doesNotContain("Kindling:");
	}

	@Test
	void warnsWhereAResultCannotBeFound(CapturedOutput output) throws Exception {
		process(Unknown.class);
		assertThat(output.toString().lines().filter((line) -> line.contains("WARN")))
			.satisfiesExactlyInAnyOrder(
					(line) -> assertThat(line)
						.contains("function 'reflected: String -> Object' of " + Unknown.class.getName()
								+ " doesn't tell")
						.contains("@RegisterReflectionForBinding(X.class)"),
					(line) -> assertThat(line).contains(Unknown.class.getName() + ".read reads or writes JSON")
						.contains("@RegisterReflectionForBinding(X.class)"));
	}

	@Test
	void doesNotWarnOfWhatIsRegistered(CapturedOutput output) throws Exception {
		process(Registering.class);
		assertThat(output).doesNotContain("Kindling:");
	}

	@Configuration(proxyBeanMethods = false)
	static class Objects {

		@Bean
		Function<String, Object> buy(Service service) {
			return (name) -> name.isEmpty() ? new Refusal("no name") : service.find(name);
		}

		@Bean
		Late.Maker later() {
			return new Late.Maker();
		}

		@Bean
		Service service() {
			return new StoringService();
		}

		interface Service {

			Object find(String name);

		}

		static class StoringService implements Service {

			private final Map<String, Stored> stored = new ConcurrentHashMap<>();

			@Override
			public Object find(String name) {
				Object found = this.stored.get(name);
				return (found != null) ? found : Map.of("receipt", receipt());
			}

			private static Collection<?> receipt() {
				return List.of(new Receipt(List.of(new Line("pen", 2))));
			}

			Unrelated unrelated() {
				return new Unrelated("");
			}

		}

		record Receipt(List<Line> lines) {
		}

		record Line(String article, int count) {
		}

		record Refusal(String reason) {
		}

		record Stored(String id) {
		}

		record Unrelated(String id) {
		}

		record Late(String id) {

			static class Maker implements Supplier<Object> {

				@Override
				public Object get() {
					return new Late("");
				}

			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Responses {

		@Bean
		Function<String, HttpResponse<?>> create() {
			return (name) -> HttpResponse.of(201, new Created(name)).header("x", "y");
		}

		@Bean
		HttpExceptionMapper failures() {
			return (failure) -> (failure instanceof IllegalStateException) ? problem(409, failure) : null;
		}

		private static HttpResponse<?> problem(int status, Throwable failure) {
			return answer(status, new Problem(failure.getMessage(), List.of(new Detail(status))));
		}

		private static HttpResponse<?> answer(int status, Object body) {
			return HttpResponse.of(status, body);
		}

		record Created(String id) {
		}

		record Problem(String title, List<Detail> details) {
		}

		record Detail(int code) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Mappers {

		private static final TypeReference<List<Element>> ELEMENTS = new TypeReference<>() {
		};

		private final Typed<OfField> typed = new Typed<>(OfField.class);

		@Bean
		Function<String, String> all(ObjectMapper mapper) {
			return (text) -> {
				try {
					read(mapper, text, OfHelper.class);
					Read read = mapper.readValue(text, Read.class);
					mapper.convertValue(Map.of(), Converted.class);
					JsonNode tree = mapper.readTree(text);
					mapper.treeToValue(tree, OfTree.class);
					mapper.readValue(text, ELEMENTS);
					this.typed.read(mapper, text);
					return String.valueOf(read);
				}
				catch (JsonProcessingException ex) {
					throw new IllegalStateException(ex);
				}
			};
		}

		@Bean
		ObjectMapper mapper() {
			return new ObjectMapper();
		}

		@Bean
		Untouched untouched() {
			return new Untouched(null);
		}

		String more(ObjectMapper mapper) throws JsonProcessingException {
			Written written = new Written("");
			write(mapper, new GivenToHelper(new ArrayList<>()));
			java.util.Objects.requireNonNull(new Holder(null).client());
			ObjectReader reader = mapper.readerFor(OfReader.class);
			mapper.readValue("", mapper.getTypeFactory().constructCollectionType(List.class, OfTypeFactory.class));
			return mapper.writeValueAsString(written) + reader;
		}

		Stream<String> streams(ObjectMapper mapper, List<InLambda> list, List<ByReference> references) {
			return Stream.concat(list.stream().map((item) -> {
				try {
					return mapper.writeValueAsString(item);
				}
				catch (JsonProcessingException ex) {
					throw new IllegalStateException(ex);
				}
			}), references.stream().map(mapper::valueToTree).map(Object::toString));
		}

		private static <T> T read(ObjectMapper mapper, String text, Class<T> type) throws JsonProcessingException {
			return mapper.readValue(text, type);
		}

		private static String write(ObjectMapper mapper, Object value) throws JsonProcessingException {
			return mapper.writeValueAsString(value);
		}

		static class Typed<T> {

			private final Class<T> type;

			Typed(Class<T> type) {
				this.type = type;
			}

			T read(ObjectMapper mapper, String text) throws JsonProcessingException {
				return mapper.readValue(text, this.type);
			}

		}

		static class PreferencesConverter implements AttributeConverter<Preferences> {

			private final ObjectMapper mapper = new ObjectMapper();

			@Override
			public AttributeValue transformFrom(Preferences input) {
				try {
					return AttributeValue.fromS(this.mapper.writeValueAsString(input));
				}
				catch (JsonProcessingException ex) {
					throw new IllegalStateException(ex);
				}
			}

			@Override
			public Preferences transformTo(AttributeValue input) {
				return null;
			}

			@Override
			public EnhancedType<Preferences> type() {
				return EnhancedType.of(Preferences.class);
			}

			@Override
			public AttributeValueType attributeValueType() {
				return AttributeValueType.S;
			}

		}

		record Read(String id) {
		}

		record Converted(String id) {
		}

		record OfTree(String id) {
		}

		record Element(String id) {
		}

		record OfHelper(String id) {
		}

		record OfField(String id) {
		}

		record Written(String id) {
		}

		record GivenToHelper(List<String> ids) {
		}

		record OfReader(String id) {
		}

		record OfTypeFactory(String id) {
		}

		record InLambda(String id) {
		}

		record ByReference(String id) {
		}

		record Preferences(Map<String, String> values) {
		}

		record Untouched(DynamoDbClient client) {
		}

		record Holder(DynamoDbClient client) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Clients {

		private final RestClient client = RestClient.create();

		@Bean
		Function<String, String> ask() {
			return (text) -> {
				Answer answer = this.client.post().uri("/").body(new Query(text)).retrieve().body(Answer.class);
				List<Entry> entries = this.client.get()
					.uri("/")
					.retrieve()
					.body(new ParameterizedTypeReference<List<Entry>>() {
					});
				return String.valueOf(answer) + entries;
			};
		}

		record Query(String text) {
		}

		record Answer(String text) {
		}

		record Entry(String text) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Shapes {

		@Bean
		Function<String, Shape> draw() {
			return (name) -> name.isEmpty() ? new Circle(1) : new Square(1);
		}

		@Bean
		Supplier<Envelope> hold() {
			return () -> new Envelope(new Held(""));
		}

		interface Shape {

			double area();

		}

		record Circle(double radius) implements Shape {

			@Override
			public double area() {
				return this.radius;
			}

		}

		record Square(double side) implements Shape {

			@Override
			public double area() {
				return this.side;
			}

		}

		record Envelope(Object content) {
		}

		record Held(String id) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Events {

		SQSEvent read(ObjectMapper mapper, String text) throws JsonProcessingException {
			return mapper.readValue(text, SQSEvent.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Annotated {

		static class Named {

			@JsonProperty("n")
			private String name;

			@Override
			public String toString() {
				return this.name;
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Declared {

		@Bean
		Function<Request, List<Response>> answer(Store store) {
			return (request) -> List.of(store.find(request.name()));
		}

		@Component
		static class Store {

			Response find(String name) {
				return new Response(name);
			}

		}

		@Bean
		Store store() {
			return new Store();
		}

		record Request(String name) {
		}

		record Response(String id) {
		}

		@DynamoDbBean
		static class Entity {

			private String id;

			@DynamoDbPartitionKey
			public String getId() {
				return this.id;
			}

			public void setId(String id) {
				this.id = id;
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unknown {

		@Bean
		Function<String, Object> reflected() {
			return (name) -> {
				try {
					return Class.forName(name).getMethod("make").invoke(null);
				}
				catch (ReflectiveOperationException ex) {
					throw new IllegalStateException(ex);
				}
			};
		}

		@Bean
		Function<String, Object> plain() {
			return (name) -> Map.of("name", name);
		}

		Object read(ObjectMapper mapper, String text, String name) throws IOException, ClassNotFoundException {
			Class<?> type = Class.forName(name);
			return mapper.readValue(text, type);
		}

		Map<?, ?> readMap(ObjectMapper mapper, String text) throws IOException {
			return mapper.readValue(text, Map.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@RegisterReflectionForBinding(Objects.Receipt.class)
	static class Registering {

		Object read(ObjectMapper mapper, String text, Type type) throws IOException {
			return mapper.readValue(text, mapper.constructType(type));
		}

	}

}
