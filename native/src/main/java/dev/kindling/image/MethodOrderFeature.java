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

package dev.kindling.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.graalvm.nativeimage.hosted.Feature;

/**
 * Lays the methods that run in each call side by side, then those that run in each start,
 * and then all others, where GraalVM sorts them by name. The kernel maps an executable in
 * blocks of 64 KB, and a processor remembers where some hundred pages of it lie: in
 * GraalVM's order, nearly all of its code is mapped, of which a quarter runs.
 */
final class MethodOrderFeature implements Feature {

	/**
	 * The system property of the image builder that names a file for all methods with
	 * their places and symbols, which {@code kindling:profile} and
	 * {@code benchmarks/methods} read.
	 */
	static final String METHODS = "kindling.image.methods";

	private List<CodeLayout.CompiledMethod> laid = List.of();

	private List<CodeLayout.CompiledMethod> unseen = List.of();

	@Override
	public String getDescription() {
		return "Kindling: lays the methods that run side by side";
	}

	@Override
	public void beforeCompilation(BeforeCompilationAccess access) {
		try {
			if (!CodeLayout.replace(this::order)) {
				ImageBuilder.say("another order of methods than GraalVM's own is in place, and stays");
			}
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			ImageBuilder.say("methods stay in GraalVM's order, as this GraalVM doesn't let it be changed (" + ex + ")");
		}
	}

	private List<CodeLayout.CompiledMethod> order(List<CodeLayout.CompiledMethod> methods) {
		MethodOrder order = MethodOrder.measured();
		Map<MethodOrder.Use, List<CodeLayout.CompiledMethod>> byUse = methods.stream()
			.collect(Collectors.groupingBy((method) -> order.use(method.type(), method.name()),
					() -> new EnumMap<>(MethodOrder.Use.class), Collectors.toList()));
		this.unseen = byUse.getOrDefault(MethodOrder.Use.UNSEEN, List.of());
		this.laid = byUse.values().stream().flatMap(Collection::stream).toList();
		return this.laid;
	}

	@Override
	public void beforeImageWrite(BeforeImageWriteAccess access) {
		if (!this.unseen.isEmpty()) {
			UsedRanges.report((ranges) -> ranges.addCode(0, this.unseen.get(0).offset()));
		}
		String file = System.getProperty(METHODS);
		if (file == null || this.laid.isEmpty()) {
			return;
		}
		try {
			Files.write(Path.of(file),
					this.laid.stream()
						.map((method) -> method.offset() + " " + method.symbol() + ' ' + MethodOrder.name(method.type())
								+ ' ' + method.name())
						.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The methods can't be written to " + file, ex);
		}
	}

}
