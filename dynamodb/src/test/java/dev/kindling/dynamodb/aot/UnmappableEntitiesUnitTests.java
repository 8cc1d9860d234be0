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

package dev.kindling.dynamodb.aot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.kindling.dynamodb.schema.JvmTableSchemas;
import dev.kindling.dynamodb.schema.SchemaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnore;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What can't be mapped fails the build, with class, member and reason.
 */
class UnmappableEntitiesUnitTests {

	static List<Case> cases() {
		return List.of(new Case(Private.class, "Private", "is private"),
				new Case(HoldsPrivate.class, "HoldsPrivate.value()", "Private is private"),
				new Case(Inner.class, "Inner", "inner class"), new Case(Abstract.class, "Abstract", "abstract"),
				new Case(NoConstructor.class, "NoConstructor", "constructor without parameters"),
				new Case(NoConverter.class, "NoConverter.thread()", "Converter not found"),
				new Case(NoKeyType.class, "NoKeyType.tags()", "not a suitable type to be used as a key"),
				new Case(IgnoredComponent.class, "IgnoredComponent.text()", "none can be ignored"),
				new Case(WrongMap.class, "WrongMap.map()", "Map<String, String>"),
				new Case(TwoMaps.class, "TwoMaps.second()", "Only one map"),
				new Case(SameName.class, "SameName", "already has one with the same name"),
				new Case(Checked.class, "Checked.getText()", "checked exception"),
				new Case(NoSetter.class, "NoSetter.text()", "has no method to set it"),
				new Case(NoGetter.class, "NoGetter.text()", "the class doesn't return it"),
				new Case(NoBuild.class, "NoBuild", "no public method build()"),
				new Case(Variable.class, "Variable.value()", "Type variable"),
				new Case(OtherType.class, "OtherType.getCount()",
						"'count' is read as Integer by getCount() and set as int by setCount(), so that the SDK leaves it out. "
								+ "Give both the same type or, if it isn't to be stored, annotate it with @DynamoDbIgnore."),
				new Case(Unset.class, "Unset.getText()", "'text' has no public setter"),
				new Case(UnsetKey.class, "UnsetKey.getId()", "'id' has no public setter"),
				new Case(HiddenSetter.class, "HiddenSetter.getText()", "setText() is no setter as it isn't public"),
				new Case(OddSetter.class, "OddSetter.getText()", "setText() is no setter as it returns String"),
				new Case(Ungot.class, "Ungot.setText()", "'text' has no public getter"),
				new Case(HiddenGetter.class, "HiddenGetter.getText()", "public"),
				new Case(HiddenBoth.class, "HiddenBoth.getId()", "It isn't public"),
				new Case(Optionals.class, "Optionals.getText()",
						"'text' is read as Optional by getText() and set as String"),
				new Case(String.class, "java.lang.String", "neither a record nor annotated"));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void failsTheBuildWithClassMemberAndReason(Case unmappable) {
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> new TableSchemaGenerator(List.of(unmappable.type())))
			.withMessageContaining(unmappable.member() + " can't be mapped to DynamoDB")
			.withMessageContaining(unmappable.reason());
	}

	@ParameterizedTest
	@ValueSource(classes = { OtherType.class, Unset.class, UnsetKey.class, HiddenSetter.class, OddSetter.class,
			Ungot.class, HiddenGetter.class, HiddenBoth.class, Optionals.class })
	void failsForEachAttributeThatTheSdkLeavesOutWithoutAWord(Class<?> type) {
		assertThat(TableSchema.fromBean(type).attributeNames()).containsOnly("other");
	}

	@ParameterizedTest
	@ValueSource(classes = { Computed.class, Ignored.class })
	void mapsAClassWhoseOtherPropertiesAreNotMeant(Class<?> type) {
		assertThat(new TableSchemaGenerator(List.of(type))).isNotNull();
		assertThat(TableSchema.fromBean(type).attributeNames()).containsOnly("other");
	}

	@Test
	@SuppressWarnings("unchecked")
	void leavesOnTheJvmWhatTheSdkCanMapToTheSdk() {
		TableSchema<Hidden> schema = (TableSchema<Hidden>) new JvmTableSchemas().find(Hidden.class);
		assertThat(schema.getClass().getSimpleName()).isEqualTo("BeanTableSchema");
		Hidden hidden = new Hidden();
		hidden.setId("1");
		assertThat(schema.mapToItem(schema.itemToMap(hidden, true)).getId()).isEqualTo("1");
		assertThat(new JvmTableSchemas().find(Thread.class)).isNull();
	}

	record Case(Class<?> type, String member, String reason) {

		@Override
		public String toString() {
			return this.type.getSimpleName();
		}

	}

	@DynamoDbBean
	static class Hidden {

		private String id;

		public Hidden() {
		}

		@DynamoDbPartitionKey
		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

	}

	private record Private(@DynamoDbPartitionKey String id) {
	}

	record HoldsPrivate(Private value) {
	}

	@DynamoDbBean
	class Inner {

	}

	@DynamoDbBean
	abstract static class Abstract {

	}

	@DynamoDbBean
	static class NoConstructor {

		NoConstructor(String id) {
		}

	}

	record NoConverter(Thread thread) {
	}

	record NoKeyType(@DynamoDbPartitionKey Set<String> tags) {
	}

	record IgnoredComponent(String id, @DynamoDbIgnore String text) {
	}

	record WrongMap(@DynamoDbFlatten Map<String, Integer> map) {
	}

	record TwoMaps(@DynamoDbFlatten Map<String, String> first, @DynamoDbFlatten Map<String, String> second) {
	}

	record SameName(String id, @DynamoDbAttribute("id") String other) {
	}

	record Variable<T>(T value) {
	}

	@DynamoDbBean
	public static class Checked {

		private String text;

		public String getText() throws IOException {
			return this.text;
		}

		public void setText(String text) {
			this.text = text;
		}

	}

	@DynamoDbBean
	public static class Other {

		private String other;

		public String getOther() {
			return this.other;
		}

		public void setOther(String other) {
			this.other = other;
		}

	}

	@DynamoDbBean
	public static class OtherType extends Other {

		private Integer count;

		public Integer getCount() {
			return this.count;
		}

		public void setCount(int count) {
			this.count = count;
		}

	}

	@DynamoDbBean
	public static class Unset extends Other {

		private String text;

		public String getText() {
			return this.text;
		}

	}

	@DynamoDbBean
	public static class UnsetKey extends Other {

		@DynamoDbPartitionKey
		public String getId() {
			return "id";
		}

	}

	@DynamoDbBean
	public static class HiddenSetter extends Other {

		private String text;

		public String getText() {
			return this.text;
		}

		void setText(String text) {
			this.text = text;
		}

	}

	@DynamoDbBean
	public static class OddSetter extends Other {

		private String text;

		public String getText() {
			return this.text;
		}

		public String setText(String text) {
			this.text = text;
			return text;
		}

	}

	@DynamoDbBean
	public static class Ungot extends Other {

		private String text;

		public void setText(String text) {
			this.text = text;
		}

	}

	@DynamoDbBean
	public static class HiddenGetter extends Other {

		private String text;

		String getText() {
			return this.text;
		}

		public void setText(String text) {
			this.text = text;
		}

	}

	@DynamoDbBean
	public static class HiddenBoth extends Other {

		@DynamoDbPartitionKey
		String getId() {
			return "id";
		}

	}

	@DynamoDbBean
	public static class Optionals extends Other {

		private String text;

		public Optional<String> getText() {
			return Optional.ofNullable(this.text);
		}

		public void setText(String text) {
			this.text = text;
		}

	}

	@DynamoDbBean
	public static class Computed extends Other {

		private final transient String cached = "";

		public boolean isEmpty() {
			return getOther() == null;
		}

		public String getUpper() {
			return getOther().toUpperCase(Locale.ROOT);
		}

		public String getCached() {
			return this.cached;
		}

		public void setAll(String text) {
			setOther(text);
		}

	}

	@DynamoDbBean
	public static class Ignored extends Other {

		private String text;

		private int count;

		@DynamoDbIgnore
		public String getText() {
			return this.text;
		}

		public Integer getCount() {
			return this.count;
		}

		@DynamoDbIgnore
		public void setCount(int count) {
			this.count = count;
		}

	}

	@DynamoDbImmutable(builder = NoSetter.Builder.class)
	static class NoSetter {

		public String text() {
			return "";
		}

		static class Builder {

			public NoSetter build() {
				return new NoSetter();
			}

		}

	}

	@DynamoDbImmutable(builder = NoGetter.Builder.class)
	static class NoGetter {

		static class Builder {

			private final List<String> texts = new ArrayList<>();

			public Builder() {
			}

			public Builder text(String text) {
				this.texts.add(text);
				return this;
			}

			public NoGetter build() {
				return new NoGetter();
			}

		}

	}

	@DynamoDbImmutable(builder = NoBuild.Builder.class)
	static class NoBuild {

		static class Builder {

		}

	}

}
