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

package dev.kindling.maven.sam;

import java.util.List;

/**
 * What was found in a project's classes.
 *
 * @param functions the function beans, sorted by their names
 * @param tables the tables of the entities, sorted by the entity's name
 */
public record ProjectContents(List<FoundFunction> functions, List<EntityTable> tables) {

	public ProjectContents {
		functions = List.copyOf(functions);
		tables = List.copyOf(tables);
	}

}
