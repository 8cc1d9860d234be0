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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.apache.maven.plugin.MojoFailureException;

/**
 * Says what to do where what a build makes isn't there.
 */
final class PackagedFiles {

	private PackagedFiles() {
	}

	static void requireExecutable(Path file) throws MojoFailureException {
		requireFile(file, Hints.noExecutable(file));
	}

	static void requireExecutableJar(Path file) throws MojoFailureException {
		requireFile(file, Hints.noJar(file));
		try (JarFile opened = new JarFile(file.toFile())) {
			Manifest manifest = opened.getManifest();
			if (manifest == null || manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS) == null) {
				throw new MojoFailureException(Hints.jarNotExecutable(file));
			}
		}
		catch (IOException ex) {
			throw new MojoFailureException(file + " can't be read: " + ex.getMessage(), ex);
		}
	}

	private static void requireFile(Path file, String message) throws MojoFailureException {
		if (!Files.isRegularFile(file)) {
			throw new MojoFailureException(message);
		}
	}

}
