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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;

/**
 * Reads the compiled classes of a project, without loading them, and which variables name
 * its tables.
 */
public final class ClassScanner {

	private ClassScanner() {
	}

	/**
	 * Scans a directory of classes and the application's properties among them.
	 * @param directory such as {@code target/classes}
	 * @return the functions and tables that are declared there
	 * @throws IOException if a class or the properties can't be read
	 */
	public static ProjectContents scan(Path directory) throws IOException {
		Map<String, FoundFunction> functions = new TreeMap<>();
		TableProperties properties = TableProperties.read(directory);
		List<EntityTable> tables = new ArrayList<>();
		for (Path file : classes(directory)) {
			DeclarationVisitor visitor = new DeclarationVisitor();
			try (InputStream input = Files.newInputStream(file)) {
				new ClassReader(input).accept(visitor,
						ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
			}
			catch (IllegalArgumentException ex) {
				throw new IOException(file + " is a class of a later Java version than this plugin knows", ex);
			}
			visitor.functions().forEach((function) -> functions.putIfAbsent(function.name(), function));
			EntityTable table = visitor.table();
			if (table != null) {
				tables.add(properties.name(table, visitor.tableName()));
			}
		}
		tables.sort(Comparator.comparing(EntityTable::entity));
		return new ProjectContents(List.copyOf(functions.values()), distinct(tables));
	}

	/**
	 * The tables. Entities with the same variable share a table, and so its keys.
	 */
	private static List<EntityTable> distinct(List<EntityTable> tables) {
		Map<String, EntityTable> byVariable = new LinkedHashMap<>();
		for (EntityTable table : tables) {
			byVariable.putIfAbsent(table.variable(), table);
		}
		return List.copyOf(byVariable.values());
	}

	private static List<Path> classes(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(".class")).sorted().toList();
		}
	}

}
