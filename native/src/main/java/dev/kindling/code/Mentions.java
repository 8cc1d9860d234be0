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

package dev.kindling.code;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import dev.kindling.code.ApplicationClasses.ClassFile;

/**
 * What code that isn't the starter's mentions: the classes of the application and of the
 * libraries that it brings, and those parts of Spring that it has beans of.
 */
public final class Mentions {

	/** What these mention says nothing: they are beneath all beans. */
	private static final List<String> BENEATH = List.of("org.springframework.beans", "org.springframework.core");

	private final Collection<String> marks;

	private final Map<String, String> found;

	private final Set<String> packages = new HashSet<>();

	private final BiConsumer<String, ClassFile> reader;

	/**
	 * Searches the class path.
	 * @param classes the application's classes
	 * @param marks parts of what stands in a class file's constant pool
	 */
	public Mentions(ApplicationClasses classes, Collection<String> marks) {
		this(classes, marks, (mark, file) -> {
		});
	}

	/**
	 * The same.
	 * @param classes the application's classes
	 * @param marks parts of what stands in a class file's constant pool
	 * @param reader is given each mark that is found, with the class file; the same more
	 * than once if it mentions it often
	 */
	public Mentions(ApplicationClasses classes, Collection<String> marks, BiConsumer<String, ClassFile> reader) {
		this.marks = List.copyOf(marks);
		this.reader = reader;
		this.found = new TreeMap<>(classes.mentions(marks, reader));
	}

	/**
	 * Searches the packages of a class of Spring and of its superclasses, too.
	 * @param type a class; nothing happens for one that isn't Spring's
	 */
	public void add(Class<?> type) {
		Class<?> current = type;
		while (current != null && current.getName().startsWith("org.springframework.")) {
			String name = current.getPackageName();
			if (BENEATH.stream().noneMatch((beneath) -> name.equals(beneath) || name.startsWith(beneath + '.'))
					&& this.packages.add(name)) {
				ApplicationClasses.mentionsBesides(current, this.marks, this.reader).forEach(this.found::putIfAbsent);
			}
			current = current.getSuperclass();
		}
	}

	/**
	 * The marks that are mentioned, each with a class that does.
	 * @return the class by the mark
	 */
	public Map<String, String> found() {
		return this.found;
	}

}
