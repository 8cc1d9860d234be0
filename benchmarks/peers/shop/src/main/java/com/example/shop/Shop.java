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

package com.example.shop;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.validation.Valid;
import org.springframework.stereotype.Service;
import org.springframework.validation.annotation.Validated;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/**
 * Takes orders: checks them, books them in the warehouse, and stores customer and order.
 */
@Service
@Validated
public class Shop {

	private final Prices prices;

	private final Warehouse warehouse;

	private final DynamoDbTable<Customer> customers;

	private final DynamoDbTable<PlacedOrder> orders;

	public Shop(Prices prices, Warehouse warehouse, DynamoDbTable<Customer> customers,
			DynamoDbTable<PlacedOrder> orders) {
		this.prices = prices;
		this.warehouse = warehouse;
		this.customers = customers;
		this.orders = orders;
	}

	public Receipt place(@Valid Order order) {
		String id = UUID.randomUUID().toString();
		BigDecimal amount = this.prices.of(order.article()).multiply(BigDecimal.valueOf(order.quantity()));
		this.warehouse.take(id, order.article(), order.quantity());
		this.customers.putItem(new Customer(id, order.name()));
		this.orders.putItem(new PlacedOrder(id, order.article(), order.quantity(), amount));
		Customer customer = this.customers.getItem(Key.builder().partitionValue(id).build());
		return new Receipt(customer.getId(), customer.getName());
	}

}
