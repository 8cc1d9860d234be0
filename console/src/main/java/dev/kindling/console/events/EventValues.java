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

package dev.kindling.console.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Fills the gaps of an event: its payload, in the form in which the service carries it,
 * ids and times.
 */
final class EventValues {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final DateTimeFormatter COMMON = DateTimeFormatter
		.ofPattern("dd/MMM/yyyy:HH:mm:ss +0000", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final JsonNode payload;

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

	EventValues(JsonNode payload) {
		this.payload = payload;
	}

	JsonNode fill(JsonNode template) {
		if (template.isObject()) {
			ObjectNode filled = NODES.objectNode();
			template.properties().forEach((field) -> filled.set(field.getKey(), fill(field.getValue())));
			return filled;
		}
		if (template.isArray()) {
			ArrayNode filled = NODES.arrayNode();
			template.forEach((element) -> filled.add(fill(element)));
			return filled;
		}
		String text = template.asText();
		return (template.isTextual() && text.startsWith("${")) ? value(text.substring("${".length(), text.length() - 1))
				: template;
	}

	private JsonNode value(String name) {
		return switch (name) {
			case "json" -> this.payload.deepCopy();
			case "text" -> NODES.textNode(text());
			case "base64" -> NODES.textNode(base64(bytes()));
			case "md5" -> NODES.textNode(md5());
			case "item" -> item();
			case "keys" -> keys();
			case "logs" -> NODES.textNode(logs());
			case "uuid" -> NODES.textNode(UUID.randomUUID().toString());
			case "time" -> NODES.textNode(DateTimeFormatter.ISO_INSTANT.format(this.now));
			case "wholeTime" -> NODES.textNode(this.now.truncatedTo(ChronoUnit.SECONDS).toString());
			case "commonTime" -> NODES.textNode(COMMON.format(this.now));
			case "millis" -> NODES.numberNode(this.now.toEpochMilli());
			case "millisText" -> NODES.textNode(Long.toString(this.now.toEpochMilli()));
			case "seconds" -> NODES.numberNode(this.now.getEpochSecond());
			default -> throw new IllegalArgumentException("An event has the unknown gap '" + name + "'");
		};
	}

	/**
	 * A text is carried as it is.
	 */
	private String text() {
		return this.payload.isTextual() ? this.payload.asText() : this.payload.toString();
	}

	private byte[] bytes() {
		return text().getBytes(StandardCharsets.UTF_8);
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	private String md5() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JsonNode item() {
		return this.payload.isObject() ? attribute(this.payload).get("M") : NODES.objectNode();
	}

	/**
	 * The first attribute stands for the key, as it mostly is.
	 */
	private JsonNode keys() {
		ObjectNode keys = NODES.objectNode();
		item().properties().forEach((attribute) -> {
			if (keys.isEmpty()) {
				keys.set(attribute.getKey(), attribute.getValue());
			}
		});
		return keys;
	}

	/**
	 * The log data, as the service carries it.
	 */
	private String logs() {
		ObjectNode data = NODES.objectNode().put("messageType", "DATA_MESSAGE").put("owner", "123456789012");
		data.put("logGroup", "/aws/lambda/orders").put("logStream", "stream-1");
		data.putArray("subscriptionFilters").add("all");
		data.putArray("logEvents")
			.addObject()
			.put("id", "36715675320420352000000000000000000000000000000000000000")
			.put("timestamp", this.now.toEpochMilli())
			.put("message", text());
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
			zip.write(data.toString().getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return base64(zipped.toByteArray());
	}

	private static ObjectNode attribute(JsonNode value) {
		ObjectNode attribute = NODES.objectNode();
		if (value.isObject()) {
			ObjectNode map = attribute.putObject("M");
			value.properties().forEach((field) -> map.set(field.getKey(), attribute(field.getValue())));
		}
		else if (value.isArray()) {
			ArrayNode list = attribute.putArray("L");
			value.forEach((element) -> list.add(attribute(element)));
		}
		else if (value.isNumber()) {
			attribute.put("N", value.asText());
		}
		else if (value.isBoolean()) {
			attribute.put("BOOL", value.asBoolean());
		}
		else if (value.isNull()) {
			attribute.put("NULL", true);
		}
		else {
			attribute.put("S", value.asText());
		}
		return attribute;
	}

}
