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

package dev.kindling.maven.source;

import java.util.Arrays;
import java.util.List;

import dev.kindling.maven.inventory.FoundFunction;
import dev.kindling.maven.inventory.InventoryFile;
import dev.kindling.maven.sam.EventSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FunctionNamesUnitTests {

	private static InventoryFile inventory(String... names) {
		return new InventoryFile(null,
				Arrays.stream(names)
					.map((name) -> new FoundFunction(name, "bean", null, null, "any", null, null, false, null, null))
					.toList(),
				List.of());
	}

	@Test
	void areThoseOfTheBeansWhereThereAreSeveral() {
		assertThat(FunctionNames.of(inventory("check", "store"), "shop", null)).containsOnlyKeys("check", "store");
	}

	@Test
	void areThatOfTheProjectWhereThereIsOne() {
		assertThat(FunctionNames.of(inventory("check"), "shop", null)).containsOnlyKeys("shop");
		FoundFunction found = inventory("check").functions().get(0);
		assertThat(FunctionNames.describe("shop", found, "bootstrap", null).handler()).isEqualTo("bootstrap");
	}

	@Test
	void areThatOfTheProjectForTheOnlyOneThatIsAskedFor() {
		InventoryFile inventory = inventory("check", "store", "check | store");
		assertThat(FunctionNames.of(inventory, "shop", "store").get("shop").name()).isEqualTo("store");
		assertThat(FunctionNames.of(inventory, "shop", "check|store").get("shop").name()).isEqualTo("check | store");
		assertThat(FunctionNames.of(inventory, "shop", "another")).isEmpty();
	}

	@Test
	void comeWithTheEventOfTheServiceThatIsConfigured() {
		FoundFunction found = inventory("store").functions().get(0);
		assertThat(FunctionNames.describe("store", found, null, EventSource.SQS).event()).isEqualTo("sqs");
		assertThat(FunctionNames.describe("store", found, null, EventSource.URL).event()).isEqualTo("any");
		assertThat(FunctionNames.describe("store", found, null, null).event()).isEqualTo("any");
	}

	@Test
	void haveNothingThatLambdaRefuses() {
		InventoryFile inventory = inventory("check | store", "check|store");
		assertThat(FunctionNames.of(inventory, "shop", null)).containsOnlyKeys("check-store", "check-store-2");
		assertThat(FunctionNames.describe("check-store", inventory.functions().get(0), null, null).handler())
			.isEqualTo("check|store");
	}

}
