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

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * The order in which GraalVM's image builder lays objects into the image heap. It fills
 * chunk after chunk with the largest object that still fits, so that what is used
 * together lies apart. Here, objects that are known to be used are laid first, in a given
 * order; the others follow as before. What GraalVM keeps apart stays apart: objects that
 * are written, those that aren't, those with addresses of code, and huge ones.
 */
final class HeapLayout {

	private static final String CORE = "com.oracle.svm.core.";

	private static final String CHUNKED = CORE + "genscavenge.ChunkedImageHeap";

	private final Object layouter;

	private final Layouter reflection;

	private final Order order;

	private final List<Partition> partitions = new ArrayList<>();

	private final List<HeapObject> objects = new ArrayList<>();

	private final Map<Object, List<Object>> first = new IdentityHashMap<>();

	private HeapLayout(Object layouter, Layouter reflection, Order order) {
		this.layouter = layouter;
		this.reflection = reflection;
		this.order = order;
	}

	/**
	 * Puts an order in place of GraalVM's.
	 * @param order says which objects are to lie first
	 * @return {@code false} if there is another order than that of GraalVM's serial
	 * collector; it stays
	 * @throws ReflectiveOperationException if this GraalVM lays objects in another way
	 */
	static boolean replace(Order order) throws ReflectiveOperationException {
		Class<?> type = Class.forName(CORE + "image.ImageHeapLayouter");
		return ImageBuilder.replace(type, CHUNKED + "Layouter", (layouter) -> {
			HeapLayout layout = new HeapLayout(layouter, Layouter.find(), order);
			return (proxy, method, arguments) -> (method.getName().equals("layout") && layout.decide(arguments[0]))
					? layout.layout(arguments[0], (int) arguments[1], arguments[2])
					: ImageBuilder.invoke(method, layouter, arguments);
		});
	}

	/**
	 * Decides what lies first, before anything has its place.
	 * @return {@code false} if that fails; all stays in GraalVM's order
	 */
	private boolean decide(Object heap) {
		try {
			HeapFields fields = HeapFields.of(this.reflection.fields, heap);
			for (Object partition : (Object[]) this.reflection.partitions.get(this.layouter)) {
				this.partitions.add(new Partition(this.reflection, partition));
			}
			for (Partition partition : this.partitions) {
				for (Object info : partition.objects()) {
					this.objects.add(this.reflection.read(info, fields));
				}
			}
			for (HeapObject object : this.order.first(this.objects)) {
				this.first
					.computeIfAbsent(this.reflection.partitionOf.invoke(object.info()),
							(partition) -> new ArrayList<>())
					.add(object.info());
			}
			return true;
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			this.order.failed(ex);
			return false;
		}
	}

	private @Nullable Object layout(Object heap, int pageSize, Object callback) throws Throwable {
		Layouter layouter = this.reflection;
		Object control = layouter.newControl.newInstance(callback);
		Object allocator = layouter.newAllocator.newInstance(layouter.startOffset.get(this.layouter));
		layouter.allocator.set(this.layouter, allocator);
		for (Partition partition : this.partitions) {
			partition.layout(allocator, control, this.first.getOrDefault(partition.partition, List.of()));
		}
		int classes = (int) ImageBuilder.invoke(layouter.countClasses, heap);
		Object result = ImageBuilder.invoke(layouter.result, this.layouter, classes, pageSize, control);
		long start = (long) layouter.startOffset.get(this.layouter);
		this.order.laid(this.objects, (object) -> offset(object) - start, (long) layouter.heapSize.invoke(result));
		return result;
	}

	private long offset(HeapObject object) {
		try {
			return (long) this.reflection.offset.invoke(object.info());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Says which objects are to lie first.
	 */
	interface Order {

		/**
		 * Chooses what lies first in its part of the heap.
		 * @param objects all objects, in GraalVM's order
		 * @return those that are to lie first, in their order
		 */
		List<HeapObject> first(List<HeapObject> objects);

		/**
		 * Called when all objects have their places.
		 * @param objects all objects
		 * @param offset an object's place, in bytes from the start of the heap
		 * @param size the size of the heap in the file, in bytes
		 */
		void laid(List<HeapObject> objects, ToLongFunction<HeapObject> offset, long size);

		/**
		 * Called when the objects can't be read, or chosen, and all stay in GraalVM's
		 * order.
		 */
		void failed(Exception ex);

	}

	/**
	 * A part of the heap, all of which is written, or read only, or huge.
	 */
	private record Partition(Layouter reflection, Object partition) {

		@SuppressWarnings("unchecked")
		List<Object> objects() throws IllegalAccessException {
			return (List<Object>) this.reflection.objects.get(this.partition);
		}

		void layout(Object allocator, Object control, List<Object> first) throws Throwable {
			Layouter layouter = this.reflection;
			if ((boolean) layouter.huge.get(this.partition)) {
				ImageBuilder.invoke(layouter.layoutPartition, this.partition, allocator, control);
				return;
			}
			ImageBuilder.invoke(layouter.startChunk, allocator);
			layouter.start.set(this.partition, ImageBuilder.invoke(layouter.position, allocator));
			append(allocator, first);
			Set<Object> laid = Collections.newSetFromMap(new IdentityHashMap<>());
			laid.addAll(first);
			objects().removeIf(laid::contains);
			ImageBuilder.invoke(layouter.layoutObjects, this.partition, allocator, control);
			layouter.end.set(this.partition, ImageBuilder.invoke(layouter.position, allocator));
		}

		private void append(Object allocator, List<Object> infos) throws Throwable {
			Layouter layouter = this.reflection;
			boolean writable = (boolean) layouter.writable.get(this.partition);
			for (Object info : infos) {
				if ((long) layouter.size.invoke(info) > (long) layouter.remaining.invoke(allocator)) {
					ImageBuilder.invoke(layouter.nextChunk, allocator);
				}
				Object offset = ImageBuilder.invoke(layouter.allocate, allocator, info, writable);
				ImageBuilder.invoke(layouter.append, this.partition, info, offset);
			}
		}

	}

	/**
	 * What is needed of GraalVM's layouter, its partitions and its allocator.
	 */
	private record Layouter(Field partitions, Field startOffset, Field allocator, Method result, Method countClasses,
			Constructor<?> newControl, Constructor<?> newAllocator, Method startChunk, Method nextChunk,
			Method remaining, Method position, Method allocate, Field objects, Field huge, Field writable, Field start,
			Field end, Method layoutPartition, Method layoutObjects, Method append, Method size, Method type,
			Method value, Method partitionOf, Method offset, Method heapSize, Field reason, HeapFields.Fields fields) {

		static Layouter find() throws ReflectiveOperationException {
			Class<?> layouter = Class.forName(CHUNKED + "Layouter");
			Class<?> control = Class.forName(CORE + "image.ImageHeapLayouter$ImageHeapLayouterControl");
			Class<?> callback = Class.forName(CORE + "image.ImageHeapLayouter$ImageHeapLayouterCallback");
			Class<?> allocator = Class.forName(CHUNKED + "Allocator");
			Class<?> partition = Class.forName(CHUNKED + "Partition");
			Class<?> object = Class.forName(CORE + "image.ImageHeapObject");
			Class<?> heap = Class.forName(CORE + "image.ImageHeap");
			return new Layouter(ImageBuilder.field(layouter, "partitions"), ImageBuilder.field(layouter, "startOffset"),
					ImageBuilder.field(layouter, "allocator"),
					ImageBuilder.method(layouter, "populateInfoObjects", int.class, int.class, control),
					ImageBuilder.method(heap, "countAndVerifyDynamicHubs"), ImageBuilder.constructor(control, callback),
					ImageBuilder.constructor(allocator, long.class),
					ImageBuilder.method(allocator, "maybeStartAlignedChunk"),
					ImageBuilder.method(allocator, "startNewAlignedChunk"),
					ImageBuilder.method(allocator, "getRemainingBytesInAlignedChunk"),
					ImageBuilder.method(allocator, "getPosition"),
					ImageBuilder.method(allocator, "allocateObjectInAlignedChunk", object, boolean.class),
					ImageBuilder.field(partition, "objects"), ImageBuilder.field(partition, "hugeObjects"),
					ImageBuilder.field(partition, "writable"), ImageBuilder.field(partition, "startOffset"),
					ImageBuilder.field(partition, "endOffset"),
					ImageBuilder.method(partition, "layout", allocator, control),
					ImageBuilder.method(partition, "allocateObjectsInAlignedChunks", allocator, control),
					ImageBuilder.method(partition, "appendAllocatedObject", object, long.class),
					ImageBuilder.method(object, "getSize"), ImageBuilder.method(object, "getObjectClass"),
					ImageBuilder.method(object, "getObject"), ImageBuilder.method(object, "getPartition"),
					ImageBuilder.method(object, "getOffset"),
					ImageBuilder.method(Class.forName(CORE + "image.ImageHeapLayoutInfo"), "getImageHeapSize"),
					ImageBuilder.field(Class.forName("com.oracle.svm.hosted.image.NativeImageHeap$ObjectInfo"),
							"reason"),
					HeapFields.Fields.find());
		}

		HeapObject read(Object info, HeapFields fields) throws ReflectiveOperationException {
			return new HeapObject(info, (Class<?>) this.type.invoke(info), this.value.invoke(info),
					this.reason.get(info), fields.describe(info), (long) this.size.invoke(info));
		}

	}

}
