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

package dev.kindling.start.environment.aot;

import dev.kindling.start.environment.LeanDocument;

/**
 * What ahead-of-time processing makes of a class path's configuration files.
 *
 * @param documents the documents of the executable
 * @param reason why they are read when the application starts instead, or {@code null}
 */
public record FrozenDocuments(LeanDocument[] documents, String reason) {

	public static FrozenDocuments of(ClassLoader classLoader) {
		FrozenConfiguration configuration = FrozenConfiguration.of(classLoader);
		return new FrozenDocuments(configuration.toLeanDocuments(), configuration.reason());
	}

}
