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

package dev.kindling.function.events;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.ISODateTimeFormat;

/**
 * Reads a date of Joda-Time, written as ISO 8601 or as milliseconds.
 */
class JodaDateTimeDeserializer extends JsonDeserializer<DateTime> {

	@Override
	public DateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
		if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
			return new DateTime(parser.getLongValue(), DateTimeZone.UTC);
		}
		if (parser.currentToken() == JsonToken.VALUE_STRING) {
			try {
				return ISODateTimeFormat.dateTimeParser().withOffsetParsed().parseDateTime(parser.getText());
			}
			catch (IllegalArgumentException ex) {
				return (DateTime) context.handleWeirdStringValue(DateTime.class, parser.getText(), "no ISO 8601 date");
			}
		}
		return (DateTime) context.handleUnexpectedToken(DateTime.class, parser);
	}

}
