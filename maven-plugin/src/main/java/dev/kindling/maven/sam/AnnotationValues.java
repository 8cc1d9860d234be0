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

package dev.kindling.maven.sam;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

import org.jspecify.annotations.Nullable;

/**
 * Reads the names that an annotation gives by {@code value}, {@code name} or
 * {@code indexNames}.
 */
final class AnnotationValues extends AnnotationVisitor {

	private static final Set<String> NAMES = Set.of("value", "name", "indexNames");

	private final Consumer<List<String>> end;

	private final List<String> names = new ArrayList<>();

	AnnotationValues(Consumer<List<String>> end) {
		super(Opcodes.ASM9);
		this.end = end;
	}

	@Override
	public void visit(@Nullable String attribute, Object value) {
		if (value instanceof String text && !text.isBlank() && (attribute == null || NAMES.contains(attribute))) {
			this.names.add(text);
		}
	}

	@Override
	public @Nullable AnnotationVisitor visitArray(String attribute) {
		return NAMES.contains(attribute) ? new AnnotationValues(this.names::addAll) : null;
	}

	@Override
	public void visitEnd() {
		this.end.accept(this.names);
	}

}
