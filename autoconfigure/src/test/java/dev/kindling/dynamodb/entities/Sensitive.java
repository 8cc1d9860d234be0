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

package dev.kindling.dynamodb.entities;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.BeanTableSchemaAttributeTag;

/**
 * An annotation of an application's own that tags attributes.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@BeanTableSchemaAttributeTag(Sensitive.Tags.class)
public @interface Sensitive {

	Level level() default Level.LOW;

	String[] reasons() default {};

	double weight() default 0;

	char sign() default '-';

	Class<?> type() default Object.class;

	/**
	 * How sensitive.
	 */
	enum Level {

		/**
		 * Hardly.
		 */
		LOW,
		/**
		 * Very.
		 */
		HIGH

	}

	/**
	 * Makes the tags.
	 */
	final class Tags {

		private Tags() {
		}

		public static StaticAttributeTag attributeTagFor(Sensitive annotation) {
			String value = annotation.level() + String.join("+", annotation.reasons()) + annotation.weight()
					+ (int) annotation.sign() + annotation.type().getName()
					+ annotation.annotationType().getSimpleName();
			return (name, type) -> (metadata) -> metadata.addCustomMetadataObject("sensitive:" + name, value);
		}

	}

}
