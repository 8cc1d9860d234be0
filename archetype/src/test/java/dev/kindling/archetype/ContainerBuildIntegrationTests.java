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

package dev.kindling.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What surrounds a build in a container: the image is made, the container gets project,
 * repository, settings and user, and nothing of it stays. The image's Maven says what it
 * was given, and builds no function; {@link NativeArchetypeIntegrationTests} does.
 */
@EnabledIfSystemProperty(named = BuildImage.PROPERTY, matches = "[^$]+",
		disabledReason = "-Dkindling.test.build.image names the image to build in, see integration-tests/docker/engine")
class ContainerBuildIntegrationTests {

	private static final String MAVEN = """
			#!/bin/sh
			echo "user $(id -u):$(id -g) in $(pwd), HOME=$HOME, NATIVE_IMAGE_OPTIONS=$NATIVE_IMAGE_OPTIONS"
			for argument; do echo "argument $argument"; done
			case "$*" in
			*-Dfail=*) exit 3 ;;
			*-Dwait=*) touch target/waits; sleep 600 ;;
			*-Dnothing=*) exit 0 ;;
			esac
			mkdir -p target
			cp /bin/true target/bootstrap
			case "$*" in *-Dother=*) printf '\\267' | dd of=target/bootstrap bs=1 seek=18 conv=notrunc 2>/dev/null ;; esac
			""";

	@TempDir
	private static Path directory;

	private static Maven maven;

	private static Path dockerfile;

	@BeforeAll
	static void generate() throws Exception {
		Files.writeString(directory.resolve("settings.xml"), "<settings/>");
		maven = new Maven(LocalRepository.create(Path.of("target", "repository").toAbsolutePath()), directory,
				Map.of("NATIVE_IMAGE_OPTIONS", "-Ob"));
		Maven.Result generated = maven.generate("orders");
		assertThat(generated.status()).as(generated.output() + generated.errors()).isZero();
		maven = maven.in("orders");
		Path image = Files.createDirectories(directory.resolve("image"));
		Path script = Files.writeString(image.resolve("mvn"), MAVEN);
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
		dockerfile = Files.writeString(image.resolve("Dockerfile"),
				"FROM " + BuildImage.base() + "\nCOPY mvn /opt/quick/mvn\nENV PATH=/opt/quick:$PATH\n");
	}

	@BeforeEach
	void forgetTheExecutable() throws IOException {
		Files.deleteIfExists(executable());
	}

	@Test
	void theContainerGetsProjectRepositorySettingsAndUser() throws Exception {
		Path target = Files.createDirectories(maven.directory().resolve("target"));
		Maven.Result built = build("-s", "../settings.xml", "-Pshop", "-Dtea=green tea");
		assertThat(built.status()).as(built.output() + built.errors()).isZero();
		Path own = Files.createTempFile(target, "own", null);
		assertThat(built.output()).contains("Building an executable for ",
				"user " + Files.getAttribute(own, "unix:uid") + ":" + Files.getAttribute(own, "unix:gid") + " in "
						+ maven.directory() + ", HOME=/tmp, NATIVE_IMAGE_OPTIONS=-Ob",
				"argument " + maven.directory().resolve("pom.xml") + "\n",
				"argument " + directory.resolve("settings.xml") + "\n",
				"argument -Dmaven.repo.local=" + maven.repository() + "\n", "argument shop,native\n",
				"argument -Dtea=green tea\n", "argument -DskipTests\nargument package\n",
				"bootstrap runs on provided.al2023, ", "KINDLING_BOOTSTRAP=" + executable() + " sam build");
		assertThat(built.output().indexOf("Building an executable")).isLessThan(built.output().indexOf("user "));
		assertThat(Files.getOwner(executable())).isEqualTo(Files.getOwner(own));
	}

	@Test
	void aBuildThatFailsFails() throws Exception {
		Maven.Result failed = build("-Dfail=yes");
		assertThat(failed.status()).isNotZero();
		assertThat(failed.output()).contains("The build in the container ended with 3");
	}

	@Test
	void aBuildThatWritesNothingFails() throws Exception {
		Files.createDirectories(executable().getParent());
		Files.writeString(executable(), "an earlier one");
		Maven.Result failed = build("-Dnothing=yes");
		assertThat(failed.status()).isNotZero();
		assertThat(failed.output()).contains("has written no " + executable(), "profile native");
	}

	@Test
	void anExecutableForAnotherProcessorIsRefused() throws Exception {
		Maven.Result refused = build("-Dother=yes", "-Dkindling.architecture=x86_64");
		assertThat(refused.status()).isNotZero();
		assertThat(refused.output()).contains("It is for arm64, but the function's architecture is x86_64");
	}

	@Test
	void anEngineThatRefusesIsNamed() throws Exception {
		Maven.Result refused = build("-Dkindling.containerArguments=--no-such-option");
		assertThat(refused.status()).isNotZero();
		assertThat(refused.output()).contains("no-such-option", "The container couldn't be started");
	}

	@Test
	void theContainerEndsWithMaven() throws Exception {
		Path waits = Files.createDirectories(maven.directory().resolve("target")).resolve("waits");
		Path output = directory.resolve("ended.txt");
		Process build = maven.start(output, "kindling:native", "-Dkindling.dockerfile=" + dockerfile, "-Dwait=yes");
		long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
		while (!Files.exists(waits)) {
			assertThat(build.isAlive() && System.nanoTime() < end).as(Files.readString(output)).isTrue();
			Thread.sleep(100);
		}
		assertThat(containers()).hasSize(1);
		build.toHandle().destroy();
		build.waitFor();
		assertThat(containers()).isEmpty();
	}

	private static Maven.Result build(String... arguments) throws IOException, InterruptedException {
		String[] all = new String[arguments.length + 2];
		all[0] = "kindling:native";
		all[1] = "-Dkindling.dockerfile=" + dockerfile;
		System.arraycopy(arguments, 0, all, 2, arguments.length);
		Maven.Result result = maven.run(all);
		assertThat(containers()).isEmpty();
		return result;
	}

	private static List<String> containers() throws IOException, InterruptedException {
		Process process = new ProcessBuilder("docker", "ps", "--all", "--quiet", "--filter", "name=kindling-native-")
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String ids = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).isZero();
		return ids.lines().toList();
	}

	private static Path executable() {
		return maven.directory().resolve("target/bootstrap");
	}

}
