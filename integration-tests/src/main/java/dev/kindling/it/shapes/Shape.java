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

package dev.kindling.it.shapes;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A hierarchy, told apart by a property.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({ @JsonSubTypes.Type(value = Shape.Circle.class, name = "Circle"),
		@JsonSubTypes.Type(value = Shape.Square.class, name = "Square") })
sealed interface Shape {

	/**
	 * A circle.
	 *
	 * @param radius its radius
	 */
	record Circle(int radius) implements Shape {

	}

	/**
	 * A square.
	 *
	 * @param side the length of its sides
	 */
	record Square(int side) implements Shape {

	}

}
