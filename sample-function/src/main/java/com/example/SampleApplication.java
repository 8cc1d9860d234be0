package com.example;

import java.util.UUID;
import java.util.function.Function;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication(proxyBeanMethods = false)
public class SampleApplication {

	public static void main(String[] args) {
		SpringApplication.run(SampleApplication.class, args);
	}

	@Bean
	Function<Request, Response> register(DynamoDbTable<Person> people) {
		return (request) -> {
			String id = UUID.randomUUID().toString();
			people.putItem(new Person(id, request.name()));
			Person stored = people.getItem((get) -> get.key((key) -> key.partitionValue(id)).consistentRead(true));
			return new Response(stored.id(), stored.name());
		};
	}

	record Request(String name) {
	}

	record Response(String id, String name) {
	}

	record Person(@DynamoDbPartitionKey String id, String name) {
	}

}
