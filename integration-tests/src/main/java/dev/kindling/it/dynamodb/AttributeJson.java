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

package dev.kindling.it.dynamodb;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items as JSON, in DynamoDB's own form.
 */
public final class AttributeJson {

	private AttributeJson() {
	}

	/**
	 * Writes an item.
	 * @param item the item's attributes
	 * @return what Jackson writes as JSON, sorted by name
	 */
	public static Map<String, Object> write(Map<String, AttributeValue> item) {
		Map<String, Object> json = new TreeMap<>();
		item.forEach((name, value) -> json.put(name, write(value)));
		return json;
	}

	private static Map<String, Object> write(AttributeValue value) {
		return switch (value.type()) {
			case S -> Map.of("S", value.s());
			case N -> Map.of("N", value.n());
			case B -> Map.of("B", encode(value.b()));
			case BOOL -> Map.of("BOOL", value.bool());
			case SS -> Map.of("SS", value.ss().stream().sorted().toList());
			case NS -> Map.of("NS", value.ns().stream().sorted().toList());
			case BS -> Map.of("BS", value.bs().stream().map(AttributeJson::encode).sorted().toList());
			case L -> Map.of("L", value.l().stream().map(AttributeJson::write).toList());
			case M -> Map.of("M", write(value.m()));
			default -> Map.of("NULL", true);
		};
	}

	private static String encode(SdkBytes bytes) {
		return Base64.getEncoder().encodeToString(bytes.asByteArray());
	}

	/**
	 * Reads an item.
	 * @param json what Jackson read
	 * @return the item's attributes
	 */
	@SuppressWarnings("unchecked")
	public static Map<String, AttributeValue> read(Object json) {
		Map<String, AttributeValue> item = new LinkedHashMap<>();
		((Map<String, Object>) json).forEach((name, value) -> item.put(name, readValue((Map<String, Object>) value)));
		return item;
	}

	@SuppressWarnings("unchecked")
	private static AttributeValue readValue(Map<String, Object> json) {
		Map.Entry<String, Object> entry = json.entrySet().iterator().next();
		Object value = entry.getValue();
		return switch (entry.getKey()) {
			case "S" -> AttributeValue.fromS((String) value);
			case "N" -> AttributeValue.fromN((String) value);
			case "B" -> AttributeValue.fromB(decode((String) value));
			case "BOOL" -> AttributeValue.fromBool((Boolean) value);
			case "SS" -> AttributeValue.fromSs((List<String>) value);
			case "NS" -> AttributeValue.fromNs((List<String>) value);
			case "BS" -> {
				List<SdkBytes> bytes = new ArrayList<>();
				((List<String>) value).forEach((text) -> bytes.add(decode(text)));
				yield AttributeValue.fromBs(bytes);
			}
			case "L" -> {
				List<AttributeValue> values = new ArrayList<>();
				((List<Map<String, Object>>) value).forEach((element) -> values.add(readValue(element)));
				yield AttributeValue.fromL(values);
			}
			case "M" -> AttributeValue.fromM(read(value));
			default -> AttributeValue.fromNul(true);
		};
	}

	private static SdkBytes decode(String text) {
		return SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
	}

}
