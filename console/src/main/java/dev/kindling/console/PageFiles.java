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

package dev.kindling.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The files of the page, all within this jar.
 */
final class PageFiles {

	private static final Pattern NAMES = Pattern.compile("([a-z][a-z0-9-]*/)?[a-z][a-z0-9-]*\\.(js|css|svg|png)");

	private static final Map<String, String> TYPES = Map.of("js", "text/javascript;charset=utf-8", "css",
			"text/css;charset=utf-8", "svg", "image/svg+xml", "png", "image/png");

	private final Map<String, byte[]> read = new ConcurrentHashMap<>();

	/**
	 * The page itself.
	 * @param token what it sends along
	 */
	byte[] page(String token) {
		byte[] page = resource("index.html");
		if (page == null) {
			throw new IllegalStateException("The console's page is missing in its jar");
		}
		return new String(page, StandardCharsets.UTF_8).replace("{{token}}", token).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A file that the page needs.
	 * @param name relative to the page
	 * @return its contents; {@code null} if there is none
	 */
	byte @Nullable [] file(String name) {
		if (!NAMES.matcher(name).matches()) {
			return null;
		}
		byte[] known = this.read.get(name);
		if (known != null) {
			return known;
		}
		byte[] found = resource(name);
		if (found != null) {
			this.read.put(name, found);
		}
		return found;
	}

	static String type(String name) {
		return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
	}

	private static byte @Nullable [] resource(String name) {
		try (InputStream input = PageFiles.class.getResourceAsStream("page/" + name)) {
			return (input != null) ? input.readAllBytes() : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The console can't read " + name + " in its jar", ex);
		}
	}

}
