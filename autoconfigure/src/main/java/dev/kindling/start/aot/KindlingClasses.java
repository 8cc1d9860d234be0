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

package dev.kindling.start.aot;

import java.util.Set;

import dev.kindling.autoconfigure.FunctionAutoConfiguration;
import dev.kindling.dynamodb.DynamoDbTables;
import dev.kindling.function.FunctionBindings;
import dev.kindling.start.LeanApplication;

/**
 * Tells Kindling's own classes from an application's that happens to live in a package
 * beside them.
 */
final class KindlingClasses {

	private static final Set<String> PACKAGES = Set.of(FunctionAutoConfiguration.class.getPackageName(),
			DynamoDbTables.class.getPackageName(), FunctionBindings.class.getPackageName(),
			LeanApplication.class.getPackageName(), KindlingClasses.class.getPackageName());

	private KindlingClasses() {
	}

	static boolean contains(Class<?> type) {
		return PACKAGES.contains(type.getPackageName());
	}

}
