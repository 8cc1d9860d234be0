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

package dev.kindling.maven.profile;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * The counters that an executable with <code>profile.c</code> shares with this process,
 * in a file: which methods and objects it has used, by epochs. The first epoch lasts from
 * the start to the first answer, and each other one to the next answer.
 */
final class Counters {

	private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	/** Where the epoch is that is to begin, and that has begun. */
	private static final int EPOCH = 8;

	private static final int BEGUN = 12;

	/** How many pages of the image heap are watched. */
	private static final int PAGES = 16;

	/** How large the image heap is. */
	private static final int HEAP = 20;

	private static final int HEADER = 24;

	private static final int ITEM = 24;

	private static final int EPOCHS = 12;

	private static final int FIRST = 16;

	private static final int WRITTEN = 20;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ByteBuffer buffer;

	private final int methods;

	private int epoch = 1;

	private Counters(ByteBuffer buffer, int methods) {
		this.buffer = buffer;
		this.methods = methods;
	}

	/**
	 * Makes the file anew, all counters zero.
	 * @param file where the executable looks for it
	 * @param methods in the order of their offsets
	 * @param objects in the order of their offsets
	 * @throws IOException if it can't be written
	 */
	static Counters create(Path file, List<Place> methods, List<Place> objects) throws IOException {
		long size = HEADER + (long) ITEM * (methods.size() + objects.size());
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
			ByteBuffer buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, size).order(ByteOrder.LITTLE_ENDIAN);
			Counters counters = new Counters(buffer, methods.size());
			counters.write(methods, objects);
			return counters;
		}
	}

	private void write(List<Place> methods, List<Place> objects) {
		this.buffer.putInt(HEAP,
				objects.stream().mapToInt((object) -> object.offset() + object.size()).max().orElse(0));
		this.buffer.putInt(methods.size()).putInt(objects.size()).putInt(this.epoch).position(HEADER);
		for (List<Place> places : List.of(methods, objects)) {
			for (Place place : places) {
				this.buffer.putInt(place.offset()).putInt(place.size()).position(this.buffer.position() + ITEM - 8);
			}
		}
	}

	/**
	 * Begins the next epoch, when the executable has closed what this one has opened.
	 * @throws ProfileException if it doesn't
	 */
	void beginNext() throws ProfileException, InterruptedException {
		INT.setVolatile(this.buffer, EPOCH, ++this.epoch);
		long end = System.nanoTime() + PATIENCE.toNanos();
		while ((int) INT.getVolatile(this.buffer, BEGUN) != this.epoch) {
			if (System.nanoTime() > end) {
				throw new ProfileException("The executable has stopped counting");
			}
			Thread.sleep(1);
		}
	}

	/**
	 * Whether the executable has found its image heap.
	 */
	boolean watchesObjects() {
		return (int) INT.getVolatile(this.buffer, PAGES) > 0;
	}

	/**
	 * Whether the first epoch used it.
	 */
	boolean first(int item) {
		return this.buffer.getInt(position(item) + FIRST) != 0;
	}

	/**
	 * How many later epochs used it.
	 */
	int later(int item) {
		return this.buffer.getInt(position(item) + EPOCHS) - (first(item) ? 1 : 0);
	}

	/**
	 * Whether an object was written to.
	 */
	boolean written(int item) {
		return this.buffer.getInt(position(item) + WRITTEN) != 0;
	}

	/**
	 * The number of an object among all items.
	 */
	int object(int index) {
		return this.methods + index;
	}

	private static int position(int item) {
		return HEADER + item * ITEM;
	}

}
