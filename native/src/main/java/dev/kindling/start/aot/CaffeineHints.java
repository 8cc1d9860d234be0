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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * Caffeine has a class for each combination of a cache's settings, and finds it by a name
 * that it puts together: {@code SSMSW} for {@code maximumSize} and
 * {@code expireAfterWrite}. A specification can come from a variable of the function, so
 * all are registered. The public metadata names some fifteen of them.
 */
class CaffeineHints implements RuntimeHintsRegistrar {

	private static final String PACKAGE = "com.github.benmanes.caffeine.cache";

	/** As {@code LocalCacheFactory} names them: each can bring its own factory. */
	private static final Pattern CACHE = Pattern.compile("[SW][AILMRSW]+\\.class");

	/** As {@code NodeFactory} names them. */
	private static final Pattern ENTRY = Pattern.compile("[FP][ADMRSW]+\\.class");

	private static final TypeReference BUILDER = TypeReference.of(PACKAGE + ".Caffeine");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (Resource file : classes(classLoader)) {
			String name = String.valueOf(file.getFilename());
			boolean cache = CACHE.matcher(name).matches();
			if (cache || ENTRY.matcher(name).matches()) {
				hints.reflection()
					.registerType(TypeReference.of(PACKAGE + '.' + StringUtils.stripFilenameExtension(name)),
							(type) -> {
								type.onReachableType(BUILDER).withMembers(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
								if (cache) {
									type.withField("FACTORY");
								}
							});
			}
		}
	}

	private static Resource[] classes(@Nullable ClassLoader classLoader) {
		try {
			return new PathMatchingResourcePatternResolver(classLoader)
				.getResources("classpath*:" + PACKAGE.replace('.', '/') + "/*.class");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Caffeine's classes can't be read", ex);
		}
	}

}
