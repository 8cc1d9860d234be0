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

import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import dev.kindling.http.KindlingHttpClient;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/**
 * What the examples of the documents take for granted.
 */
abstract class Words {

	KindlingHttpClient http;

	String password;

	byte[] first;

	byte[] second;

	byte[] page;

	static String queueUrl() {
		return "";
	}

	static void log(String id, String text) {
	}

	static void alert(String group, String text) {
	}

	static void write(Order order, OutputStream output) {
	}

}

record Order(String id, int quantity) {
}

record Receipt(String order) {
}

record Book(String title) {
}

class OutOfStockException extends RuntimeException {
}

@DynamoDbBean
class Customer {

	@DynamoDbPartitionKey
	public String getId() {
		return "";
	}

	public void setId(String id) {
	}

}

interface Orders {

	<T> void save(T order);

	<T> void saveAll(List<T> orders);

}

interface Tokens {

	boolean isValid(String token);

}

interface Prices {

	<T> void put(T price, Number offset);

}

interface Index {

	void put(Customer customer);

	void remove(Object id);

}

interface Thumbnails {

	void make(String bucket, String key);

}

interface Ledger {

	<T> void book(T paid);

}

interface Tags {

	String add(String bucket, String key);

}

interface Books {

	Book find(String id);

}

interface Seeds {

	String apply(String request, Map<String, String> properties);

}

class SampleApplication {

}
