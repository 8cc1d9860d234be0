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

package dev.kindling.function.batch;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.dynamodb.table.TableSchemas;
import dev.kindling.function.bind.Entities;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Reads items into entities by their table schemas, as a table does.
 */
final class EntityItems {

	private EntityItems() {
	}

	/**
	 * Makes a reader for an entity.
	 * @param type the entity
	 * @param beans where the schemas are
	 * @return the reader, or {@code null} if the class is no entity
	 * @throws IllegalStateException if it is one, but DynamoDB's beans aren't there
	 */
	static @Nullable ItemReader of(Class<?> type, ListableBeanFactory beans) {
		if (!Entities.isEntity(type)
				&& beans.getBeanNamesForType(ResolvableType.forClassWithGenerics(TableSchema.class, type), true,
						false).length == 0) {
			return null;
		}
		TableSchemas schemas = beans.getBeanProvider(TableSchemas.class).getIfAvailable();
		if (schemas == null) {
			if (Entities.isEntity(type)) {
				throw new IllegalStateException(type.getName() + " is an entity, but nothing here knows its table "
						+ "schema, without which its attributes would be lost: set kindling.dynamodb.enabled=true");
			}
			return null;
		}
		TableSchema<?> schema = schemas.of(type);
		return (image) -> schema.mapToItem(attributes(image));
	}

	private static Map<String, AttributeValue> attributes(JsonNode image) {
		Map<String, AttributeValue> attributes = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> attribute : image.properties()) {
			attributes.put(attribute.getKey(), value(attribute.getValue()));
		}
		return attributes;
	}

	private static AttributeValue value(JsonNode attribute) {
		if (attribute.size() != 1) {
			throw new IllegalArgumentException("An attribute of the item has no or several types");
		}
		Map.Entry<String, JsonNode> entry = attribute.properties().iterator().next();
		JsonNode value = entry.getValue();
		return switch (entry.getKey()) {
			case "S" -> AttributeValue.fromS(value.asText());
			case "N" -> AttributeValue.fromN(value.asText());
			case "B" -> AttributeValue.fromB(bytes(value));
			case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
			case "NULL" -> AttributeValue.fromNul(true);
			case "SS" -> AttributeValue.fromSs(texts(value));
			case "NS" -> AttributeValue.fromNs(texts(value));
			case "BS" -> {
				List<SdkBytes> elements = new ArrayList<>();
				value.forEach((element) -> elements.add(bytes(element)));
				yield AttributeValue.fromBs(elements);
			}
			case "L" -> {
				List<AttributeValue> elements = new ArrayList<>();
				value.forEach((element) -> elements.add(value(element)));
				yield AttributeValue.fromL(elements);
			}
			case "M" -> AttributeValue.fromM(attributes(value));
			default -> throw new IllegalArgumentException("An attribute of the item has an unknown type");
		};
	}

	private static List<String> texts(JsonNode value) {
		List<String> texts = new ArrayList<>();
		value.forEach((element) -> texts.add(element.asText()));
		return texts;
	}

	private static SdkBytes bytes(JsonNode value) {
		return SdkBytes.fromByteArray(Base64.getDecoder().decode(value.asText()));
	}

}
