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

package dev.kindling.maven.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * The functions and tables of a project, as ahead-of-time processing wrote them to
 * {@code inventory.json}.
 *
 * @param served the name of the only function that is served, if that is configured
 * @param functions all functions
 * @param tables the tables, one for each entity
 */
public record InventoryFile(@Nullable String served, List<FoundFunction> functions, List<EntityTable> tables) {

	private static final int VERSION = 1;

	public InventoryFile {
		functions = List.copyOf(functions);
		tables = List.copyOf(tables);
	}

	/**
	 * Reads an inventory.
	 * @param file the file
	 * @return what is in it
	 * @throws IOException if it can't be read, or has a form that this plugin doesn't
	 * know
	 */
	public static InventoryFile read(Path file) throws IOException {
		JsonMapper mapper = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		try {
			JsonNode tree = mapper.readTree(Files.readAllBytes(file));
			int version = tree.path("version").asInt();
			if (version != VERSION) {
				throw new IOException(file + " has version " + version + ", and this plugin reads " + VERSION
						+ ": use the same version of Kindling's starter and plugin");
			}
			return mapper.treeToValue(tree, InventoryFile.class);
		}
		catch (JsonProcessingException | NullPointerException ex) {
			throw new IOException(file + " is no inventory: " + ex.getMessage(), ex);
		}
	}

	/**
	 * The functions that become a Lambda function each: the one that is configured, or
	 * the router, or each bean.
	 * @return the functions
	 */
	public List<FoundFunction> lambdaFunctions() {
		if (this.served != null) {
			return this.functions.stream().filter((function) -> function.name().equals(this.served)).toList();
		}
		List<FoundFunction> routers = this.functions.stream()
			.filter((function) -> function.kind().equals("router"))
			.toList();
		return routers.isEmpty() ? this.functions : routers;
	}

}
