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

package com.example;

import java.util.UUID;
import java.util.function.Function;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@SpringBootApplication(proxyBeanMethods = false)
@ImportRuntimeHints(ScfApplication.Hints.class)
public class ScfApplication {

	public static void main(String[] args) {
		SpringApplication.run(ScfApplication.class, args);
	}

	@Bean
	DynamoDbClient dynamoDbClient() {
		return DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
	}

	@Bean
	DynamoDbTable<Person> people(DynamoDbClient client, @Value("${EXAMPLE_TABLE_NAME}") String table) {
		TableSchema<Person> schema = TableSchema.builder(Person.class)
			.newItemSupplier(Person::new)
			.addAttribute(String.class,
					(id) -> id.name("id")
						.getter(Person::getId)
						.setter(Person::setId)
						.tags(StaticAttributeTags.primaryPartitionKey()))
			.addAttribute(String.class, (name) -> name.name("name").getter(Person::getName).setter(Person::setName))
			.build();
		return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build().table(table, schema);
	}

	@Bean
	Function<Request, Person> register(DynamoDbTable<Person> people) {
		return (request) -> {
			Person person = new Person();
			person.setId(UUID.randomUUID().toString());
			person.setName(request.name());
			people.putItem(person);
			return people.getItem(Key.builder().partitionValue(person.getId()).build());
		};
	}

	record Request(String name) {
	}

	public static class Person {

		private String id;

		private String name;

		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

	}

	static class Hints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, ClassLoader classLoader) {
			new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), Request.class,
					Person.class);
		}

	}

}
