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

package dev.kindling.start.aot;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Takes back the reflection hints for types of Spring that no bean of a lean application
 * has: what {@code spring.factories} names, and the properties of auto-configurations
 * that aren't there. Each of them would keep its class, and all that it uses, in the
 * executable.
 */
final class UnneededHints {

	private static final Log logger = LogFactory.getLog(UnneededHints.class);

	private static final String[] FRAMEWORK = { "org.springframework.boot.", "org.springframework.cloud.function.",
			"org.springframework.context.", "org.springframework.core.io.", "org.springframework.http.",
			"org.springframework.web.", "ch.qos.logback.", "dev.kindling.start.", "dev.kindling.logging." };

	private final Set<String> needed = new HashSet<>();

	UnneededHints(BeanGraph graph) {
		for (Class<?> type : graph.types()) {
			Class<?> superclass = ClassUtils.getUserClass(type);
			while (superclass != null && superclass != Object.class) {
				this.needed.add(outermost(superclass.getName()));
				superclass = superclass.getSuperclass();
			}
		}
	}

	/**
	 * Removes the hints. Spring has no way to take a hint back, so that this reaches into
	 * {@link ReflectionHints}; should that ever look different, the hints stay.
	 */
	void removeFrom(ReflectionHints hints) {
		Field field = ReflectionUtils.findField(ReflectionHints.class, "types", Map.class);
		if (field == null) {
			logger.info(
					"Hints that nothing needs stay in the executable, as this version of Spring keeps them elsewhere");
			return;
		}
		ReflectionUtils.makeAccessible(field);
		Map<?, ?> types = (Map<?, ?>) ReflectionUtils.getField(field, hints);
		if (types != null) {
			types.keySet().removeIf((type) -> isUnneeded(((TypeReference) type).getName()));
		}
	}

	private boolean isUnneeded(String type) {
		if (type.startsWith("dev.kindling.") && type.endsWith("FailureAnalyzer")) {
			// made while the executable is built
			return true;
		}
		for (String prefix : FRAMEWORK) {
			if (type.startsWith(prefix)) {
				return !this.needed.contains(outermost(type));
			}
		}
		return false;
	}

	private static String outermost(String type) {
		int nested = type.indexOf('$');
		return (nested < 0) ? type : type.substring(0, nested);
	}

}
