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

package dev.kindling.corpus.data.jsoncomponents;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

import org.springframework.boot.jackson.JsonComponent;

@JsonComponent
class MoneyJson {

	static class Serializer extends JsonSerializer<Money> {

		@Override
		public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
			json.writeString(money.amount() + " " + money.currency());
		}

	}

	static class Deserializer extends JsonDeserializer<Money> {

		@Override
		public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
			String[] parts = json.getValueAsString().split(" ");
			return new Money(new BigDecimal(parts[0]), parts[1]);
		}

	}

}
