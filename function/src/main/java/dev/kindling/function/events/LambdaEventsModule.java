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

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.ser.Serializers;
import org.jspecify.annotations.Nullable;

/**
 * The names, constructors and dates of events that Jackson doesn't guess.
 */
class LambdaEventsModule extends Module {

	@Override
	public String getModuleName() {
		return "kindling-lambda-events";
	}

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

	@Override
	public void setupModule(SetupContext context) {
		context.insertAnnotationIntrospector(new LambdaEventsIntrospector());
		context.addDeserializers(new Deserializers.Base() {

			@Override
			public @Nullable JsonDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config,
					BeanDescription description) {
				return isJoda(type) ? JodaCodecs.deserializer() : null;
			}

			@Override
			public boolean hasDeserializerFor(DeserializationConfig config, Class<?> valueType) {
				return false;
			}

		});
		context.addSerializers(new Serializers.Base() {

			@Override
			public @Nullable JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type,
					BeanDescription description) {
				return isJoda(type) ? JodaCodecs.serializer() : null;
			}

		});
	}

	private static boolean isJoda(JavaType type) {
		return type.getRawClass().getName().equals(JodaCodecs.DATE_TIME);
	}

}
