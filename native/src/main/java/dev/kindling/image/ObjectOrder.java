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

import java.util.Map;
import java.util.Set;

/**
 * When objects of the image heap are used, as it was measured with the reference
 * workload: three lists that {@code benchmarks/objects} writes, a line a class, with the
 * names of its objects.
 */
final class ObjectOrder {

	private final Map<String, Set<String>> written;

	private final Map<String, Set<String>> call;

	private final Map<String, Set<String>> start;

	ObjectOrder(Map<String, Set<String>> written, Map<String, Set<String>> call, Map<String, Set<String>> start) {
		this.written = written;
		this.call = call;
		this.start = start;
	}

	/**
	 * The order that comes with Kindling, and with the lists of the class path.
	 * @throws java.io.UncheckedIOException if a list can't be read
	 */
	static ObjectOrder measured() {
		return new ObjectOrder(MeasuredList.read("objects-written.txt"), MeasuredList.read("objects-of-a-call.txt"),
				MeasuredList.read("objects-of-a-start.txt"));
	}

	/**
	 * When an object is used.
	 * @param type the name of its class
	 * @param name what tells it from others of its class
	 */
	Use use(String type, String name) {
		if (MeasuredList.contains(this.written, type, name)) {
			return Use.WRITTEN;
		}
		if (MeasuredList.contains(this.call, type, name)) {
			return Use.CALL;
		}
		return MeasuredList.contains(this.start, type, name) ? Use.START : Use.UNSEEN;
	}

	/**
	 * When an object is used, those first that are to lie first.
	 */
	enum Use {

		/**
		 * Written to, so that the kernel copies its page.
		 */
		WRITTEN,

		/**
		 * In each call.
		 */
		CALL,

		/**
		 * In each start, up to the first answer.
		 */
		START,

		/**
		 * In none that was measured.
		 */
		UNSEEN

	}

}
