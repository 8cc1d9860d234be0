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

package dev.kindling.test.shop;

import dev.kindling.dynamodb.DynamoDbTableName;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/**
 * An application with entities of all kinds.
 */
public final class ShopApplication {

	private ShopApplication() {
	}

	/**
	 * A record with an index of each kind.
	 */
	public record OrderLine(@DynamoDbPartitionKey String order, @DynamoDbSortKey int number,
			@DynamoDbSecondaryPartitionKey(indexNames = "by-product") String product,
			@DynamoDbSecondarySortKey(indexNames = {
					"by-product", "by-price" }) long price,
			Gift gift){
	}

	/**
	 * A part of another, which needs no key.
	 */
	@DynamoDbBean
	public static class Gift {

		private String text = "";

		public String getText() {
			return this.text;
		}

		public void setText(String text) {
			this.text = text;
		}

	}

	/**
	 * A bean whose table the configuration names, and whose items expire.
	 */
	@DynamoDbBean
	public static class Session {

		private String id = "";

		private long expires;

		@DynamoDbPartitionKey
		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

		public long getExpires() {
			return this.expires;
		}

		public void setExpires(long expires) {
			this.expires = expires;
		}

	}

	/**
	 * Shares its table.
	 */
	@DynamoDbTableName("people")
	public record Customer(@DynamoDbPartitionKey String id,
			@DynamoDbSecondaryPartitionKey(indexNames = "by-name") String name) {
	}

	/**
	 * Shares its table.
	 */
	@DynamoDbTableName("people")
	public record Employee(@DynamoDbPartitionKey String id,
			@DynamoDbSecondaryPartitionKey(indexNames = "by-office") String office) {
	}

}
