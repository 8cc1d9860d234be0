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
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TimeZone;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The zip for Lambda.
 */
class FunctionZipUnitTests {

	@TempDir
	private Path directory;

	private byte[] zip(String name, String zone) throws IOException {
		TimeZone before = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone(zone));
			Path executable = this.directory.resolve("bootstrap");
			Files.writeString(executable, "executable");
			Files.setLastModifiedTime(executable, FileTime.fromMillis(System.nanoTime()));
			Path library = Files.writeString(this.directory.resolve("libawt.so"), "library");
			Files.writeString(this.directory.resolve("bootstrap.debug"), "left out");
			Path zip = this.directory.resolve(name);
			FunctionZip.write(executable, FunctionZip.librariesBeside(executable), zip);
			assertThat(library).exists();
			return Files.readAllBytes(zip);
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	@Test
	void isTheSameByteForByteWheneverAndWhereverItIsWritten() throws IOException {
		byte[] first = zip("first.zip", "UTC");
		assertThat(zip("second.zip", "Pacific/Apia")).isEqualTo(first);
		assertThat(zip("third.zip", "Asia/Kolkata")).isEqualTo(first);
		assertThat(zip("fourth.zip", "America/New_York")).isEqualTo(first);
	}

	@Test
	void hasAnExecutableBootstrapAtItsRootAndTheLibrariesBesideIt() throws IOException {
		zip("function.zip", "UTC");
		try (ZipFile zip = ZipFile.builder().setPath(this.directory.resolve("function.zip")).get()) {
			ZipArchiveEntry bootstrap = zip.getEntry("bootstrap");
			assertThat(bootstrap.getUnixMode()).isEqualTo(0100755);
			assertThat(zip.getInputStream(bootstrap)).hasContent("executable");
			assertThat(zip.getEntry("libawt.so").getUnixMode()).isEqualTo(0100644);
			assertThat(zip.getEntry("bootstrap.debug")).isNull();
		}
	}

	@Test
	void createsTheDirectory() throws IOException {
		Path executable = Files.writeString(this.directory.resolve("bootstrap"), "executable");
		Path zip = this.directory.resolve("a/b/function.zip");
		FunctionZip.write(executable, Map.of(), zip);
		assertThat(zip).isNotEmptyFile();
	}

}
