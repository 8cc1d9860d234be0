package com.example;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.kindling.function.http.HttpResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/**
 * Takes orders from a queue, and answers requests for them.
 */
@SpringBootApplication
public class OrdersApplication {

	public static void main(String[] args) {
		SpringApplication.run(OrdersApplication.class, args);
	}

	@Bean
	Function<ById, HttpResponse<Order>> find(DynamoDbTable<Order> orders) {
		return (request) -> {
			Order order = orders.getItem(Key.builder().partitionValue(request.id()).build());
			return (order != null) ? HttpResponse.ok(order) : HttpResponse.status(404);
		};
	}

	@Bean
	Function<ByCustomer, HttpResponse<List<Order>>> list(@Qualifier("by-customer") DynamoDbIndex<Order> byCustomer) {
		return (request) -> HttpResponse.ok(byCustomer
			.query(QueryConditional.keyEqualTo(Key.builder().partitionValue(request.customer()).build()))
			.stream()
			.flatMap((page) -> page.items().stream())
			.toList());
	}

	@Bean
	Consumer<Order> store(DynamoDbTable<Order> orders) {
		return (order) -> {
			if (order.quantity() < 1) {
				throw new IllegalArgumentException("An order of nothing");
			}
			orders.putItem(order);
		};
	}

	record ById(String id) {
	}

	record ByCustomer(String customer) {
	}

	record Order(@DynamoDbPartitionKey String id,
			@DynamoDbSecondaryPartitionKey(indexNames = "by-customer") String customer,
			@DynamoDbSecondarySortKey(indexNames = "by-customer") long placed, int quantity, long expires) {
	}

}
