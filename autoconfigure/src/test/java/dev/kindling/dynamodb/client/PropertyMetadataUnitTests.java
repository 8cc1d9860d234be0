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

package dev.kindling.dynamodb.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.dynamodb.DynamoDbProperties;
import dev.kindling.dynamodb.priming.PrimingCall;
import dev.kindling.dynamodb.priming.PrimingMode;
import dev.kindling.dynamodb.table.TableNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The properties that tools know are those that the code reads.
 */
class PropertyMetadataUnitTests {

	/**
	 * Read by conditions.
	 */
	private static final List<String> DECIDED_BY_CONDITIONS = List.of("enabled", "credentials");

	private final Set<String> read = new TreeSet<>();

	@Test
	void describesEachPropertyThatIsRead() throws IOException {
		StandardEnvironment environment = recording();
		DynamoDbProperties properties = new DynamoDbProperties(environment);
		Connection connection = Connection.of(properties, null, null);
		ClientConfiguration.apply(DynamoDbClient.builder(), properties, connection);
		ClientConfiguration.httpClient(properties).close();
		PrimingMode.isOn(properties, connection.endpoint());
		properties.choice(PrimingCall.PROPERTY, PrimingCall.values(), PrimingCall.GET_ITEM);
		TableNames names = new TableNames(environment, List.of());
		assertThat(names.of(Order.class)).isEqualTo("order");
		Set<String> expected = new TreeSet<>(this.read);
		expected.remove("tables.order.name");
		expected.add("tables");
		expected.addAll(DECIDED_BY_CONDITIONS);
		assertThat(described()).isEqualTo(expected);
	}

	private StandardEnvironment recording() {
		Map<String, String> values = Map.of("AWS_REGION", "eu-west-1", "AWS_ACCESS_KEY_ID", "ID",
				"AWS_SECRET_ACCESS_KEY", "hidden", "kindling.dynamodb.table-naming", "kebab-case");
		return new StandardEnvironment() {

			@Override
			protected void customizePropertySources(MutablePropertySources sources) {
				sources.addFirst(new PropertySource<>("recording", values) {

					@Override
					public @Nullable Object getProperty(String name) {
						if (name.startsWith(DynamoDbProperties.PREFIX) && name.equals(name.toLowerCase())) {
							PropertyMetadataUnitTests.this.read.add(name.substring(DynamoDbProperties.PREFIX.length()));
						}
						return values.get(name);
					}

				});
			}

		};
	}

	private static Set<String> described() throws IOException {
		Set<String> names = new TreeSet<>();
		try (InputStream metadata = PropertyMetadataUnitTests.class
			.getResourceAsStream("/META-INF/additional-spring-configuration-metadata.json")) {
			for (JsonNode property : new ObjectMapper().readTree(metadata).path("properties")) {
				String name = property.path("name").asText();
				if (name.startsWith(DynamoDbProperties.PREFIX)) {
					names.add(name.substring(DynamoDbProperties.PREFIX.length()));
					assertThat(property.path("description").asText()).as(name).endsWith(".");
				}
			}
		}
		return names;
	}

	private record Order(String id) {
	}

}
