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
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import org.graalvm.nativeimage.ImageSingletons;
import org.graalvm.nativeimage.Platform;
import org.graalvm.nativeimage.hosted.Feature;
import org.jspecify.annotations.Nullable;

/**
 * Asks the kernel for what a start and a call use before the first of it runs. An
 * executable that isn't in memory is read as it is touched, a piece at a time, and each
 * time the start waits; so the disk reads on while the start runs.
 */
final class ReadAheadFeature implements Feature {

	@Override
	public String getDescription() {
		return "Kindling: reads what is used ahead";
	}

	@Override
	public boolean isInConfiguration(IsInConfigurationAccess access) {
		return Platform.includedIn(Platform.LINUX.class);
	}

	@Override
	public void beforeAnalysis(BeforeAnalysisAccess access) {
		ImageSingletons.add(UsedRanges.class, new UsedRanges());
	}

	@Override
	public void beforeImageWrite(BeforeImageWriteAccess access) {
		UsedRanges ranges = ImageSingletons.lookup(UsedRanges.class);
		try {
			// not before: other features may report after this one
			Linker.find().onLink(access, (directory) -> ranges.isEmpty() ? null : write(ranges, directory));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			ImageBuilder.say("the kernel reads the executable as it is touched, as this GraalVM has another linker ("
					+ ex + ")");
		}
	}

	private static Path write(UsedRanges ranges, Path directory) {
		try {
			return Files.writeString(directory.resolve("kindling-read-ahead.c"), ReadAheadSource.of(ranges));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What is needed of GraalVM's linker, which is the C compiler, and takes sources,
	 * too.
	 */
	private record Linker(Class<?> access, Method register, Method directory, Method add) {

		static Linker find() throws ReflectiveOperationException {
			Class<?> access = Class.forName("com.oracle.svm.hosted.FeatureImpl$BeforeImageWriteAccessImpl");
			Class<?> invocation = Class.forName("com.oracle.svm.core.LinkerInvocation");
			return new Linker(access,
					ImageBuilder.method(access, "registerLinkerInvocationTransformer", Function.class),
					ImageBuilder.method(invocation, "getTempDirectory"),
					ImageBuilder.method(invocation, "addInputFile", Path.class));
		}

		void onLink(BeforeImageWriteAccess access, Function<Path, @Nullable Path> source)
				throws ReflectiveOperationException {
			Function<Object, Object> transformer = (invocation) -> {
				try {
					Path file = source.apply((Path) this.directory.invoke(invocation));
					if (file != null) {
						this.add.invoke(invocation, file);
					}
					return invocation;
				}
				catch (ReflectiveOperationException ex) {
					throw new IllegalStateException(ex);
				}
			};
			this.register.invoke(this.access.cast(access), transformer);
		}

	}

}
