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

import java.util.ArrayList;
import java.util.List;

import dev.kindling.local.LocalLambda;
import dev.kindling.local.workbench.WorkbenchFunction;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a developer is told to type.
 */
class AnnouncementUnitTests {

	private final List<String> said = new ArrayList<>();

	private static WorkbenchFunction function(String name, String event) {
		return new WorkbenchFunction(name, name, null, null, event, null, null, false, null, null, null);
	}

	private void announce(WorkbenchFunction... all) {
		List<WorkbenchFunction> functions = List.of(all);
		try (LocalLambda lambda = LocalLambda.builder().command("unused").functions(functions).build()) {
			Announcement.write(new SystemStreamLog() {

				@Override
				public void info(CharSequence content) {
					AnnouncementUnitTests.this.said.add(content.toString());
				}

			}, lambda, null, null);
		}
	}

	@Test
	void namesAFunctionToInvokeThatTakesWhatOneCanType() {
		announce(function("changed", "dynamodb"), function("find", "http"));
		assertThat(this.said)
			.contains("Maven:         mvn kindling:invoke -Dkindling.functionName=find -Dpayload='{}'");
		assertThat(this.said).anyMatch((line) -> line.contains("--function-name find "));
	}

	@Test
	void needsNoNameOfAnOnlyFunction() {
		announce(function("orders", "sqs"));
		assertThat(this.said).contains("Maven:         mvn kindling:invoke -Dpayload='{}'");
	}

}
