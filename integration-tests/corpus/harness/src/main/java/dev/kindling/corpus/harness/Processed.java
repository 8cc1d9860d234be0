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

package dev.kindling.corpus.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An application that was processed ahead of time.
 *
 * @param mainClass the class with the {@code main} method
 * @param folder what was generated
 * @param log what the processing wrote
 */
record Processed(String mainClass, Path folder, List<String> log) {

	/**
	 * The class with {@code @SpringBootApplication}: in Kotlin, {@code main} is beside
	 * it.
	 */
	String source() {
		return this.mainClass.endsWith("Kt") ? this.mainClass.substring(0, this.mainClass.length() - 2)
				: this.mainClass;
	}

	boolean succeeded() {
		return Files.exists(this.folder.resolve("done"));
	}

	/**
	 * The application itself.
	 */
	Path application() {
		return this.folder.resolve("application");
	}

	/**
	 * What was generated.
	 */
	Path classes() {
		return this.folder.resolve("classes");
	}

	boolean isLean() {
		return Files.exists(classes().resolve("META-INF/kindling/lean-application"));
	}

	/**
	 * Why it doesn't start lean.
	 */
	String reason() {
		return this.log.stream()
			.filter((line) -> line.contains("own stages, as "))
			.map((line) -> line.substring(line.indexOf("own stages, as ") + 15))
			.findFirst()
			.orElse("no reason in the log");
	}

}
