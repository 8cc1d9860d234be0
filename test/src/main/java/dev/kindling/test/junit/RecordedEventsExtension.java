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

package dev.kindling.test.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.kindling.local.record.RecordedFiles;
import dev.kindling.local.record.RecordedInvocation;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.AssertionFailedError;

/**
 * Finds the recorded events of a test method, and gives it one after the other.
 */
final class RecordedEventsExtension implements TestTemplateInvocationContextProvider {

	/** The handler of an application with one function. */
	private static final String ANY_HANDLER = "bootstrap";

	private static final String RECORD = ". Record some: `mvn kindling:record`, and send them";

	@Override
	public boolean supportsTestTemplate(ExtensionContext context) {
		return context.getRequiredTestMethod().isAnnotationPresent(RecordedEvents.class);
	}

	@Override
	public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
		LambdaTest test = LambdaExtension.declaring(context.getRequiredTestClass()).getAnnotation(LambdaTest.class);
		if (test == null) {
			throw new ExtensionConfigurationException("@RecordedEvents: " + context.getRequiredTestClass().getName()
					+ " isn't annotated with @LambdaTest");
		}
		if (!List.of(context.getRequiredTestMethod().getParameterTypes()).contains(RecordedEvent.class)) {
			throw new ExtensionConfigurationException("@RecordedEvents: " + context.getRequiredTestMethod().getName()
					+ " has no parameter of the type RecordedEvent, and so can't replay one");
		}
		try {
			return files(context.getRequiredTestMethod().getAnnotation(RecordedEvents.class), test.handler()).stream()
				.map((file) -> new Replay(file, test.handler()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The recorded events can't be found", ex);
		}
	}

	static List<Path> files(RecordedEvents wanted, String handler) throws IOException {
		Path root = Path.of(wanted.directory());
		if (!Files.isDirectory(root)) {
			throw new ExtensionConfigurationException("There is no directory " + root + RECORD);
		}
		Path directory = root.resolve(function(wanted, handler, root));
		List<Path> files = new RecordedFiles(directory).list();
		if (files.isEmpty()) {
			throw new ExtensionConfigurationException("There are no recorded events in " + directory + RECORD);
		}
		return files;
	}

	private static String function(RecordedEvents wanted, String handler, Path root) throws IOException {
		if (!wanted.value().isEmpty()) {
			return wanted.value();
		}
		if (!handler.equals(ANY_HANDLER) && Files.isDirectory(root.resolve(handler))) {
			return handler;
		}
		List<String> functions;
		try (Stream<Path> entries = Files.list(root)) {
			functions = entries.filter(Files::isDirectory)
				.map((each) -> each.getFileName().toString())
				.sorted()
				.toList();
		}
		if (functions.size() != 1) {
			throw new ExtensionConfigurationException(
					functions.isEmpty() ? "There are no recorded events in " + root + RECORD
							: "There are recorded events of several functions in " + root
									+ ": choose one of them by @RecordedEvents(\"" + functions.get(0) + "\"): "
									+ String.join(", ", functions));
		}
		return functions.get(0);
	}

	/**
	 * Replays one file.
	 *
	 * @param file where event and answer are
	 * @param handler what the test's function finds in {@code _HANDLER}
	 */
	private record Replay(Path file,
			String handler) implements TestTemplateInvocationContext, ParameterResolver, AfterEachCallback {

		private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
			.create(RecordedEventsExtension.class);

		@Override
		public String getDisplayName(int index) {
			return this.file.getFileName().toString();
		}

		@Override
		public List<Extension> getAdditionalExtensions() {
			return List.of(this);
		}

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
			return parameter.getParameter().getType() == RecordedEvent.class;
		}

		@Override
		public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
			LambdaTestEnvironment environment = LambdaExtension.environment(context);
			RecordedEvent event = new RecordedEvent(this.file, read(), environment.lambda(), environment.secrets());
			context.getStore(NAMESPACE).put(RecordedEvent.class, event);
			return event;
		}

		private RecordedInvocation read() {
			try {
				RecordedInvocation recorded = RecordedInvocation.read(this.file);
				if (!recorded.handler().equals(ANY_HANDLER) && !recorded.handler().equals(this.handler)) {
					throw new ExtensionConfigurationException(this.file + " is of the function " + recorded.handler()
							+ ", and the test's is another: @LambdaTest(handler = \"" + recorded.handler() + "\")");
				}
				return recorded;
			}
			catch (IOException ex) {
				throw new ExtensionConfigurationException(String.valueOf(ex.getMessage()), ex);
			}
		}

		@Override
		public void afterEach(ExtensionContext context) {
			RecordedEvent event = context.getStore(NAMESPACE).get(RecordedEvent.class, RecordedEvent.class);
			if (context.getExecutionException().isEmpty() && (event == null || !event.isReplayed())) {
				throw new AssertionFailedError(this.file + " wasn't replayed: the test has to call replay()");
			}
		}

	}

}
