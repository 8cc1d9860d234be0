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
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.graalvm.nativeimage.hosted.Feature;
import org.jspecify.annotations.Nullable;

/**
 * Lays the objects of the image heap that a call uses side by side, then those of a
 * start, and then all others, where GraalVM sorts them by size. Most of what an
 * executable has in memory is such objects: those that are used, and those that lie
 * between them.
 */
final class ObjectOrderFeature implements Feature {

	/**
	 * The system property of the image builder that names a file for all objects with
	 * their places, which {@code kindling:profile} and {@code benchmarks/objects} read.
	 */
	static final String OBJECTS = "kindling.image.objects";

	@Override
	public String getDescription() {
		return "Kindling: lays the objects that are used side by side";
	}

	@Override
	public void afterAnalysis(AfterAnalysisAccess access) {
		try {
			if (!HeapLayout.replace(new Measured())) {
				ImageBuilder
					.say("another order of objects than that of GraalVM's serial collector is in place, and stays");
			}
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			sayThatTheyStay(ex);
		}
	}

	private static void sayThatTheyStay(Exception ex) {
		ImageBuilder.say("objects stay in GraalVM's order, as this GraalVM doesn't let it be changed (" + ex + ")");
	}

	/**
	 * The order by the lists, with what was found of them.
	 */
	private static final class Measured implements HeapLayout.Order {

		private @Nullable ObjectNames names;

		private List<HeapObject> used = List.of();

		@Override
		public List<HeapObject> first(List<HeapObject> objects) {
			ObjectNames names = new ObjectNames(objects);
			this.names = names;
			ObjectOrder order = ObjectOrder.measured();
			Map<ObjectOrder.Use, List<HeapObject>> byUse = objects.stream()
				.collect(Collectors.groupingBy((object) -> order.use(ObjectNames.type(object), names.of(object)),
						() -> new EnumMap<>(ObjectOrder.Use.class), Collectors.toList()));
			byUse.remove(ObjectOrder.Use.UNSEEN);
			this.used = Stream
				.concat(byUse.values().stream().flatMap(Collection::stream), InternedStrings.of(objects).stream())
				.distinct()
				.toList();
			return this.used;
		}

		@Override
		public void failed(Exception ex) {
			sayThatTheyStay(ex);
		}

		@Override
		public void laid(List<HeapObject> objects, ToLongFunction<HeapObject> offset, long size) {
			UsedRanges.report((ranges) -> {
				this.used.forEach((object) -> ranges.addHeap(offset.applyAsLong(object), object.size()));
				ranges.heapSize(size);
			});
			write(objects, offset);
		}

		private void write(List<HeapObject> objects, ToLongFunction<HeapObject> offset) {
			String file = System.getProperty(OBJECTS);
			ObjectNames names = this.names;
			if (file == null || names == null) {
				return;
			}
			try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(Path.of(file)))) {
				for (HeapObject object : objects) {
					writer.println(offset.applyAsLong(object) + " " + object.size() + " " + ObjectNames.type(object)
							+ " " + names.of(object));
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The objects can't be written to " + file, ex);
			}
		}

	}

}
