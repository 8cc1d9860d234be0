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

package dev.kindling.it.events;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/**
 * An entity with an attribute of another name, and one of another form.
 */
@DynamoDbBean
public class Account {

	private String id;

	private int balance;

	/**
	 * The account's number.
	 * @return the number
	 */
	@DynamoDbPartitionKey
	@DynamoDbAttribute("pk")
	public String getId() {
		return this.id;
	}

	/**
	 * Sets the account's number.
	 * @param id the number
	 */
	public void setId(String id) {
		this.id = id;
	}

	/**
	 * What is on it.
	 * @return euros
	 */
	@DynamoDbConvertedBy(EurosConverter.class)
	public int getBalance() {
		return this.balance;
	}

	/**
	 * Sets what is on it.
	 * @param balance euros
	 */
	public void setBalance(int balance) {
		this.balance = balance;
	}

}
