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

import org.jspecify.annotations.Nullable;

/**
 * An object in the executable's image heap.
 *
 * @param info GraalVM's own description
 * @param type its class
 * @param value the object, or {@code null} where GraalVM simulates a class initializer
 * @param reason why it is in the heap: GraalVM's own description of the object that
 * refers to it, or what else GraalVM knows about it, such as a static field
 * @param text the texts, classes, numbers and constants that its fields refer to
 * @param size in bytes
 */
record HeapObject(Object info, Class<?> type, @Nullable Object value, @Nullable Object reason, String text, long size) {

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof HeapObject object && object.info == this.info;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this.info);
	}

}
