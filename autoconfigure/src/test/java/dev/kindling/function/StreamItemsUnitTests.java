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

package dev.kindling.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.kindling.autoconfigure.DynamoDbAutoConfiguration;
import dev.kindling.autoconfigure.FunctionAutoConfiguration;
import dev.kindling.function.batch.DynamoDbChange;
import dev.kindling.runtime.InvocationHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static dev.kindling.function.SourceEvents.dynamodb;
import static dev.kindling.function.SourceEvents.records;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What functions get of DynamoDB Streams.
 */
class StreamItemsUnitTests {

	private static final List<Object> handled = new ArrayList<>();

	private static final String IMAGE = "{\"pk\":{\"S\":\"k\"},\"cost\":{\"S\":\"EUR 5\"},\"parts\":{\"L\":[{\"S\":\"a\"}]}}";

	@BeforeEach
	void forget() {
		handled.clear();
	}

	private static String invoke(String function, String event) {
		String[] answer = new String[1];
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, DynamoDbAutoConfiguration.class,
					FunctionAutoConfiguration.class))
			.withUserConfiguration(Beans.class)
			.withPropertyValues("spring.cloud.function.definition=" + function, "kindling.dynamodb.region=eu-central-1",
					"kindling.dynamodb.priming=off")
			.run((context) -> {
				try {
					answer[0] = new String(Functions.bytes(
							context.getBean(InvocationHandler.class).handle(Functions.invocation(event.getBytes()))));
				}
				catch (Throwable ex) {
					throw new Functions.InvocationFailed(ex);
				}
			});
		return answer[0];
	}

	@Test
	void readsAnEntityByItsTableSchema() {
		assertThat(
				invoke("entity",
						records(dynamodb("1", "INSERT", ",\"NewImage\":" + IMAGE),
								dynamodb("2", "REMOVE", ",\"OldImage\":" + IMAGE))))
			.isEqualTo("{\"batchItemFailures\":[]}");
		assertThat(
				invoke("entities",
						records(dynamodb("1", "INSERT", ",\"NewImage\":" + IMAGE),
								dynamodb("2", "INSERT", ",\"NewImage\":" + IMAGE))))
			.isEqualTo("{\"batchItemFailures\":[]}");
		assertThat(handled).containsExactly("k 5 [a]", "2");
	}

	@Test
	void handsOverChangesOfEntitiesAndOfOtherClasses() {
		String event = records(
				dynamodb("1", "MODIFY", ",\"OldImage\":" + IMAGE + ",\"NewImage\":" + IMAGE.replace("EUR 5", "EUR 6")),
				dynamodb("2", "REMOVE", ",\"OldImage\":" + IMAGE), dynamodb("3", "REMOVE", "").replace("\"eventID\"",
						"\"userIdentity\":{\"type\":\"Service\",\"principalId\":\"dynamodb.amazonaws.com\"},\"eventID\""));
		assertThat(invoke("changes", event)).isEqualTo("{\"batchItemFailures\":[]}");
		assertThat(handled).containsExactly("MODIFY {pk=k-1} 5 6 false", "REMOVE {pk=k-2} 5 null false",
				"REMOVE {pk=k-3} null null true");
		handled.clear();
		invoke("plainChanges", event);
		assertThat(handled).containsExactly("MODIFY EUR 5 EUR 6", "REMOVE EUR 5 null", "REMOVE null null");
	}

	@Test
	void failsARecordWhoseItemDoesNotFit() {
		assertThat(invoke("entity",
				records(dynamodb("1", "INSERT", ",\"NewImage\":" + IMAGE),
						dynamodb("2", "INSERT", ",\"NewImage\":{\"pk\":{\"N\":\"1\"},\"cost\":{\"S\":\"no\"}}"))))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
	}

	@Test
	void failsWhereAnEntityWouldLoseItsAttributesWithoutItsSchema() {
		assertThat(Functions.of(Beans.class)
			.serving("entity")
			.fail(records(dynamodb("1", "INSERT", ",\"NewImage\":" + IMAGE)))).isInstanceOf(BatchFailedException.class)
			.hasRootCauseMessage(Entity.class.getName() + " is an entity, but nothing here knows its table schema, "
					+ "without which its attributes would be lost: set kindling.dynamodb.enabled=true");
	}

	@Test
	void takesAnItemButNoEventForAttributes() {
		Functions functions = Functions.of(Beans.class).serving("attributes");
		assertThat(functions.invoke("{\"pk\":{\"S\":\"k-1\"}}")).isEqualTo("\"k-1\"");
		assertThat(functions.fail(records(dynamodb("1", "INSERT", ",\"NewImage\":" + IMAGE))))
			.isInstanceOf(InvalidPayloadException.class)
			.hasMessageContaining("isn't an item of DynamoDB")
			.hasMessageContaining("take DynamodbEvent");
	}

	/**
	 * An entity whose attributes aren't named as its properties.
	 */
	@DynamoDbBean
	public static class Entity {

		private String id;

		private int cost;

		private List<String> parts;

		@DynamoDbPartitionKey
		@DynamoDbAttribute("pk")
		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

		@DynamoDbConvertedBy(Euros.class)
		public int getCost() {
			return this.cost;
		}

		public void setCost(int cost) {
			this.cost = cost;
		}

		public List<String> getParts() {
			return this.parts;
		}

		public void setParts(List<String> parts) {
			this.parts = parts;
		}

	}

	/**
	 * Amounts with their currency.
	 */
	public static class Euros implements AttributeConverter<Integer> {

		@Override
		public AttributeValue transformFrom(Integer input) {
			return AttributeValue.fromS("EUR " + input);
		}

		@Override
		public Integer transformTo(AttributeValue input) {
			return Integer.valueOf(input.s().substring(4));
		}

		@Override
		public EnhancedType<Integer> type() {
			return EnhancedType.of(Integer.class);
		}

		@Override
		public AttributeValueType attributeValueType() {
			return AttributeValueType.S;
		}

	}

	record Plain(String pk, String cost) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		Function<Map<String, com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue>, String> attributes() {
			return (attributes) -> attributes.get("pk").getS();
		}

		@Bean
		Consumer<Entity> entity() {
			return (entity) -> handled.add(entity.getId() + " " + entity.getCost() + " " + entity.getParts());
		}

		@Bean
		Consumer<List<Entity>> entities() {
			return (entities) -> handled.add("" + entities.size());
		}

		@Bean
		Consumer<DynamoDbChange<Entity>> changes() {
			return (change) -> handled.add(change.kind() + " " + change.keys() + " "
					+ ((change.oldImage() != null) ? change.oldImage().getCost() : null) + " "
					+ ((change.newImage() != null) ? change.newImage().getCost() : null) + " " + change.expired());
		}

		@Bean
		Consumer<DynamoDbChange<Plain>> plainChanges() {
			return (change) -> handled
				.add(change.kind() + " " + ((change.oldImage() != null) ? change.oldImage().cost() : null) + " "
						+ ((change.newImage() != null) ? change.newImage().cost() : null));
		}

	}

}
