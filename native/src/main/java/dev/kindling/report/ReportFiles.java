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

package dev.kindling.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.util.ReflectionUtils;

/**
 * The folder that a report is written to: {@code kindling} in the build's own, beside
 * what ahead-of-time processing generates.
 *
 * @param folder the folder
 */
record ReportFiles(Path folder) {

	private static final List<String> GENERATED = List.of("spring-aot", "generated");

	/**
	 * The folder of a build.
	 * @return {@code null} if nothing is written to files, as in a test. Spring doesn't
	 * tell where it writes, so that this reaches into {@link FileSystemGeneratedFiles};
	 * should that look different, there is no report
	 */
	@SuppressWarnings("unchecked")
	static @Nullable ReportFiles of(GeneratedFiles files) {
		if (!(files instanceof FileSystemGeneratedFiles)) {
			return null;
		}
		Field field = ReflectionUtils.findField(FileSystemGeneratedFiles.class, "roots", Function.class);
		if (field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		Function<Kind, Path> roots = (Function<Kind, Path>) ReflectionUtils.getField(field, files);
		return (roots != null) ? new ReportFiles(folder(roots.apply(Kind.SOURCE).toAbsolutePath())) : null;
	}

	private static Path folder(Path sources) {
		Path current = sources;
		while (current != null && current.getFileName() != null) {
			if (GENERATED.contains(current.getFileName().toString())) {
				return current.resolveSibling("kindling");
			}
			current = current.getParent();
		}
		return sources.resolveSibling("kindling");
	}

	void write(BuildReport report) {
		try {
			Files.createDirectories(this.folder);
			Files.writeString(this.folder.resolve("report.md"), ReportText.of(report));
			Map<String, Object> values = new LinkedHashMap<>();
			values.put("facts", report.facts());
			values.put("functions", report.functions());
			values.put("warnings", report.warnings());
			values.put("left", report.removed());
			values.put("kept", report.kept());
			Files.writeString(this.folder.resolve("report.json"),
					JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(values)
							+ "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Can't write Kindling's report to " + this.folder, ex);
		}
	}

	void write(Inventory inventory) {
		try {
			Files.createDirectories(this.folder);
			Files.writeString(this.folder.resolve("inventory.json"), inventory.json());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Can't write Kindling's inventory to " + this.folder, ex);
		}
	}

}
