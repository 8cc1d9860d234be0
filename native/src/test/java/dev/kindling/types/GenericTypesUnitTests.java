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

package dev.kindling.types;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What generated code makes is what the JDK reads from the declaration.
 */
class GenericTypesUnitTests {

	static Stream<Arguments> types() {
		Type listOfText = GenericTypes.parameterized(List.class, String.class);
		return Stream.of(Arguments.of("list", listOfText, "List<String>"),
				Arguments.of("map", GenericTypes.parameterized(Map.class, String.class, listOfText),
						"Map<String, List<String>>"),
				Arguments.of("nested", GenericTypes.parameterized(Map.Entry.class, String.class, Long.class),
						"Entry<String, Long>"),
				Arguments.of("any", GenericTypes.parameterized(List.class, GenericTypes.wildcard()), "List<?>"),
				Arguments.of("arrays", GenericTypes.arrayOf(GenericTypes.arrayOf(listOfText)), "List<String>[][]"),
				Arguments.of("texts", GenericTypes.arrayOf(String.class), "String[]"),
				Arguments.of("bytes", GenericTypes.arrayOf(byte.class), "byte[]"));
	}

	@ParameterizedTest
	@MethodSource("types")
	void equalTheDeclaredType(String field, Type made, String name) throws NoSuchFieldException {
		Type declared = Declarations.class.getDeclaredField(field).getGenericType();
		assertThat(made).isEqualTo(declared).hasSameHashCodeAs(declared);
		assertThat(declared).isEqualTo(made);
	}

	@ParameterizedTest
	@MethodSource("types")
	void equalNoOtherType(String field, Type made, String name) {
		assertThat(types().map((other) -> other.get()[1]).filter(made::equals)).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("types")
	void areNamedAsADeveloperWritesThem(String field, Type made, String name) {
		assertThat(TypeNames.of(made)).isEqualTo(name);
	}

	@SuppressWarnings("unused")
	private static final class Declarations {

		private List<String> list;

		private Map<String, List<String>> map;

		private Map.Entry<String, Long> nested;

		private List<?> any;

		private List<String>[][] arrays;

		private String[] texts;

		private byte[] bytes;

	}

}
