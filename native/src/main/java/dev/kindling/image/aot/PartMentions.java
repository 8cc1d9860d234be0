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

package dev.kindling.image.aot;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.code.Mentions;
import dev.kindling.image.ImagePart;

/**
 * The parts that the application, a library that it brings or a part of Spring that it
 * has beans of mentions, each with one class that does.
 */
final class PartMentions {

	private final Map<ImagePart, String> needed = new EnumMap<>(ImagePart.class);

	/** By the part that they need by themselves, and by the one that they need it for. */
	private final Map<ImagePart, Map<ImagePart, String>> neededFor = new EnumMap<>(ImagePart.class);

	PartMentions(Collection<ImagePart> parts, ApplicationClasses classes, Collection<Class<?>> beans) {
		Map<String, List<ImagePart>> byMark = parts.stream()
			.flatMap((part) -> part.marks().stream())
			.distinct()
			.collect(Collectors.toMap((mark) -> mark,
					(mark) -> parts.stream().filter((part) -> part.marks().contains(mark)).toList()));
		Mentions mentions = new Mentions(classes, byMark.keySet(),
				(mark, file) -> byMark.get(mark).forEach((part) -> add(part, mark, file.className())));
		beans.forEach(mentions::add);
	}

	private void add(ImagePart part, String mark, String className) {
		if (this.needed.containsKey(part)) {
			return;
		}
		String reason = className.replace('/', '.') + " mentions " + mark.replaceAll("\\p{Cntrl}", "");
		IdleMentions idle = IdleMentions.of(part, className);
		if (idle == null) {
			this.needed.put(part, reason);
		}
		else if (idle.unless() != null) {
			this.neededFor.computeIfAbsent(idle.unless(), (key) -> new EnumMap<>(ImagePart.class))
				.putIfAbsent(part, reason);
		}
	}

	/**
	 * Adds the parts that are mentioned.
	 * @param kept those that stay, each with the reason
	 */
	void addTo(Map<ImagePart, String> kept) {
		this.needed.forEach(kept::putIfAbsent);
		this.neededFor.forEach((part, others) -> {
			if (kept.containsKey(part)) {
				others.forEach(kept::putIfAbsent);
			}
		});
	}

}
