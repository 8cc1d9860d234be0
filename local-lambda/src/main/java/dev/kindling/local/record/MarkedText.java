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

package dev.kindling.local.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a recorded answer, with {@linkplain Marker markers} in it.
 */
public final class MarkedText {

	private MarkedText() {
	}

	/**
	 * Says whether there is a marker in a text.
	 * @param text a text of a recorded answer
	 * @return {@code true} if there is
	 */
	public static boolean isMarked(String text) {
		return Marker.REFERENCE.matcher(text).find();
	}

	/**
	 * Says whether a text is what was recorded.
	 * @param recorded a text of a recorded answer
	 * @param actual what the function answers now
	 * @return {@code true} if it is the same but for what the markers stand for
	 */
	public static boolean matches(String recorded, String actual) {
		if (!isMarked(recorded)) {
			return recorded.equals(actual);
		}
		StringBuilder pattern = new StringBuilder();
		Matcher reference = Marker.REFERENCE.matcher(recorded);
		int end = 0;
		while (reference.find()) {
			Marker marker = Marker.named(reference.group(1));
			if (marker.isText()) {
				pattern.append(Pattern.quote(recorded.substring(end, reference.start())));
				pattern.append("(?:").append(marker.pattern()).append(')');
				end = reference.end();
			}
		}
		pattern.append(Pattern.quote(recorded.substring(end)));
		return Pattern.matches(pattern.toString(), actual);
	}

	/**
	 * Has a text mean itself, even if it looks as if there were a marker in it.
	 */
	static String escape(String text) {
		return Marker.REFERENCE.matcher(text)
			.replaceAll((found) -> Matcher.quoteReplacement(Marker.DOLLAR.reference() + found.group().substring(1)));
	}

}
