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
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
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
			Linker.find()
				.onLink(access,
						(directory, compiler) -> ranges.isEmpty() ? null : compile(ranges, directory, compiler));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			sayThatNothingIsAskedFor(ex);
		}
	}

	/**
	 * Nothing fails where the compiler doesn't take the source: reading ahead isn't worth
	 * a build.
	 * @return what is linked, or {@code null}
	 */
	private static @Nullable Path compile(UsedRanges ranges, Path directory, String compiler) {
		Path object = directory.resolve("kindling-read-ahead.o");
		try {
			Path source = Files.writeString(directory.resolve("kindling-read-ahead.c"), ReadAheadSource.of(ranges));
			Process process = new ProcessBuilder(compiler, "-x", "c", "-c", "-fPIC", "-O1", "-o", object.toString(),
					source.toString())
				.redirectErrorStream(true)
				.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() == 0) {
				return object;
			}
			sayThatNothingIsAskedFor(output.trim());
		}
		catch (IOException ex) {
			sayThatNothingIsAskedFor(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			sayThatNothingIsAskedFor(ex);
		}
		return null;
	}

	private static void sayThatNothingIsAskedFor(Object reason) {
		ImageBuilder.say("the kernel reads the executable as it is touched, as this linker or compiler is another ("
				+ reason + ")");
	}

	/**
	 * What is needed of GraalVM's linker, which is the C compiler.
	 */
	private record Linker(Class<?> access, Method register, Method directory, Method command, Method add) {

		static Linker find() throws ReflectiveOperationException {
			Class<?> access = Class.forName("com.oracle.svm.hosted.FeatureImpl$BeforeImageWriteAccessImpl");
			Class<?> invocation = Class.forName("com.oracle.svm.core.LinkerInvocation");
			return new Linker(access,
					ImageBuilder.method(access, "registerLinkerInvocationTransformer", Function.class),
					ImageBuilder.method(invocation, "getTempDirectory"), ImageBuilder.method(invocation, "getCommand"),
					ImageBuilder.method(invocation, "addInputFile", Path.class));
		}

		/**
		 * Links something as well.
		 * @param object makes it in a directory, with a compiler
		 */
		void onLink(BeforeImageWriteAccess access, BiFunction<Path, String, @Nullable Path> object)
				throws ReflectiveOperationException {
			Function<Object, Object> transformer = (invocation) -> {
				try {
					String compiler = (String) ((List<?>) this.command.invoke(invocation)).get(0);
					Path file = object.apply((Path) this.directory.invoke(invocation), compiler);
					if (file != null) {
						this.add.invoke(invocation, file);
					}
				}
				catch (ReflectiveOperationException ex) {
					sayThatNothingIsAskedFor(ex);
				}
				return invocation;
			};
			this.register.invoke(this.access.cast(access), transformer);
		}

	}

}
