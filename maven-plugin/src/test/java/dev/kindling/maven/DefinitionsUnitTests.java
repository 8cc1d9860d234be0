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

package dev.kindling.maven;

import dev.kindling.local.dynamodb.TableDefinition;
import dev.kindling.maven.measure.Sizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What users write in the POM.
 */
class DefinitionsUnitTests {

	@Test
	void readsTables() {
		assertThat(TableDefinition.parse("people:id")).isEqualTo(TableDefinition.of("people", "id"));
		assertThat(TableDefinition.parse(" people:id:n "))
			.isEqualTo(TableDefinition.of("people", "id").partitionKeyType(TableDefinition.KeyType.NUMBER));
		assertThat(TableDefinition.parse("events:day:N:at")).isEqualTo(TableDefinition.of("events", "day")
			.partitionKeyType(TableDefinition.KeyType.NUMBER)
			.sortKey("at", TableDefinition.KeyType.STRING));
		assertThat(TableDefinition.parse("events:day:S:at:B").sortKey())
			.isEqualTo(new TableDefinition.Key("at", TableDefinition.KeyType.BINARY));
	}

	@Test
	void readsSecondaryIndexes() {
		TableDefinition orders = TableDefinition.parse("orders:id:S/by-customer:customer:S:placed:N / by-state:state");
		assertThat(orders.partitionKey().name()).isEqualTo("id");
		assertThat(orders.indexes()).containsExactly(
				new TableDefinition.Index("by-customer",
						new TableDefinition.Key("customer", TableDefinition.KeyType.STRING),
						new TableDefinition.Key("placed", TableDefinition.KeyType.NUMBER)),
				new TableDefinition.Index("by-state", new TableDefinition.Key("state", TableDefinition.KeyType.STRING),
						null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "people", "people:", ":id", "people:id:X", "people:id:S:", "a:b:S:c:S:d", "people:id/",
			"people:id/by-name", "/by-name:name" })
	void refusesWhatIsNoTable(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> TableDefinition.parse(text))
			.withMessageContaining("people:id:S");
	}

	@Test
	void readsSizes() {
		assertThat(Sizes.parse("40 MB")).isEqualTo(40_000_000);
		assertThat(Sizes.parse("38.5mb")).isEqualTo(38_500_000);
		assertThat(Sizes.parse("900 kB")).isEqualTo(900_000);
		assertThat(Sizes.parse("123")).isEqualTo(123);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "MB", "40 GB", "much", "0.5" })
	void refusesWhatIsNoSize(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Sizes.parse(text)).withMessageContaining("is no size");
	}

	@Test
	void writesSizesAndEstimates() {
		assertThat(Sizes.megabytes(38_549_000)).isEqualTo("38.5 MB");
		assertThat(Sizes.estimatedInit(14_000_000)).isEqualTo("80 to 122 ms");
	}

}
