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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import dev.kindling.maven.inventory.AheadOfTime;
import dev.kindling.maven.inventory.EntityTable;
import dev.kindling.maven.inventory.InventoryFile;
import dev.kindling.maven.inventory.ProcessingFailedException;
import dev.kindling.maven.inventory.SpringProject;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What a project's application has, as far as that can be found. What prevents
 * ahead-of-time processing need not prevent the application from running.
 */
final class ProjectInventory {

	private final MavenProject project;

	private final Path classes;

	private final Path directory;

	private final @Nullable String mainClass;

	private final Log log;

	private boolean failed;

	/**
	 * @param project its dependencies resolved
	 * @param classes the compiled classes
	 * @param directory where the inventory is kept
	 * @param mainClass what is started, or {@code null} if the POM or the classes tell
	 * @param log for the developer
	 */
	ProjectInventory(MavenProject project, Path classes, Path directory, @Nullable String mainClass, Log log) {
		this.project = project;
		this.classes = classes;
		this.directory = directory;
		this.mainClass = mainClass;
		this.log = log;
	}

	/**
	 * The tables of the project's entities.
	 * @return the tables, or {@code null} if they can't be found
	 */
	@Nullable List<EntityTable> tables() {
		if (!SpringProject.usesEntities(this.project)) {
			return List.of();
		}
		InventoryFile inventory = read("The entities' tables aren't known, configure them in <tables>: ");
		return (inventory != null) ? inventory.tables() : null;
	}

	/**
	 * Functions and tables.
	 * @return the inventory, or {@code null} if the project is no application of Spring
	 * Boot, or looking for its tables has failed
	 */
	@Nullable InventoryFile get() {
		if (this.failed || !SpringProject.usesBoot(this.project)) {
			return null;
		}
		return read("The functions aren't known, so that there is one function without a source of events: ");
	}

	private @Nullable InventoryFile read(String problem) {
		try {
			SpringProject application = SpringProject.of(this.project, this.classes, this.mainClass);
			InventoryFile inventory = new AheadOfTime(this.directory, application, this.log::info).inventory();
			this.failed = false;
			return inventory;
		}
		catch (ProcessingFailedException | IOException | UncheckedIOException ex) {
			this.failed = true;
			this.log.warn(problem + ex.getMessage());
			return null;
		}
	}

}
