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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Goes through an answer, and leaves markers.
 */
final class MarkingWalk extends MaskingWalk {

	MarkingWalk(MaskedNames names) {
		super(names);
	}

	@Override
	String mask(String value) {
		return Marker.ANY.reference();
	}

	@Override
	JsonNode number() {
		return TextNode.valueOf(Marker.NUMBER.reference());
	}

	@Override
	String base64(String encoded) {
		return super.base64(encoded).equals(encoded) ? encoded : Marker.ANY.reference();
	}

	/**
	 * Another way to write the same JSON would be another text. Within a text, a number
	 * is a part of it.
	 */
	@Override
	String written(String text, JsonNode json, JsonNode masked) {
		return json.toString().equals(text)
				? masked.toString().replace('"' + Marker.NUMBER.reference() + '"', Marker.ANY.reference())
				: Marker.ANY.reference();
	}

}
