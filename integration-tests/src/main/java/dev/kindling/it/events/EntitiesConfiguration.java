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

import java.util.List;
import java.util.function.Consumer;

import dev.kindling.function.batch.DynamoDbChange;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Functions of the items of a stream as an entity, whose attributes aren't named as its
 * properties.
 */
@Configuration(proxyBeanMethods = false)
class EntitiesConfiguration {

	private static void expect(boolean condition) {
		if (!condition) {
			throw new IllegalStateException("Not what the item says");
		}
	}

	private static boolean isFiveEuros(Account account) {
		return account != null && "k".equals(account.getId()) && account.getBalance() == 5;
	}

	@Bean
	Consumer<Account> account() {
		return (account) -> expect(isFiveEuros(account));
	}

	@Bean
	Consumer<List<Account>> accounts() {
		return (accounts) -> expect(accounts.size() == 2 && isFiveEuros(accounts.get(1)));
	}

	@Bean
	Consumer<DynamoDbChange<Account>> changeOfAccount() {
		return (change) -> expect("k".equals(change.keys().get("pk")) && switch (change.kind()) {
			case INSERT -> change.oldImage() == null && isFiveEuros(change.newImage());
			case MODIFY -> isFiveEuros(change.oldImage()) && change.newImage().getBalance() == 6;
			case REMOVE -> isFiveEuros(change.oldImage()) && change.newImage() == null && change.expired();
		});
	}

}
