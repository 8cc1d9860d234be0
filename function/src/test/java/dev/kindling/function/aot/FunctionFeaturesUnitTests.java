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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import dev.kindling.code.ApplicationClasses;
import dev.kindling.function.bind.FunctionBindings;
import dev.kindling.function.bind.GeneratedFunctions;
import dev.kindling.function.batch.DynamoDbChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

class FunctionFeaturesUnitTests {

	@TempDir
	private Path application;

	private List<String> features(Class<?>... classes) throws IOException {
		for (Class<?> type : classes) {
			Path file = this.application.resolve(type.getName().replace('.', '/') + ".class");
			Files.createDirectories(file.getParent());
			try (InputStream bytes = getClass().getResourceAsStream("/" + this.application.relativize(file))) {
				Files.copy(bytes, file);
			}
		}
		return FunctionFeatures.of(FunctionBindings.of(), false, new ApplicationClasses(List.of(this.application)),
				new DefaultListableBeanFactory());
	}

	@Test
	void leavesOutWhatNoCodeOfTheApplicationNames() throws IOException {
		assertThat(features(Plain.class)).isEmpty();
	}

	@Test
	void bringsTheRulesOfAwsWhereSomeCodeNamesAClassOfItsEvents() throws IOException {
		assertThat(features(Plain.class, Answers.class)).containsExactly(GeneratedFunctions.LAMBDA_EVENTS);
	}

	@Test
	void bringsChangesWhereSomeCodeNamesThem() throws IOException {
		assertThat(features(Deletions.class)).containsExactly(GeneratedFunctions.CHANGES);
	}

	static class Plain {

		String name = "plain";

	}

	/**
	 * No signature tells what it returns.
	 */
	static class Answers {

		Object answer() {
			return new SQSBatchResponse();
		}

	}

	static class Deletions {

		Object keys(Object change) {
			return ((DynamoDbChange<?>) change).keys();
		}

	}

}
