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

package dev.kindling.corpus.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own, in a folder for temporary files: of Debian's package
 * {@code postgresql}, or the one on the path.
 */
final class Postgresql implements Service {

	private static final String USER = "corpus";

	private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

	private final Path folder;

	private final int port;

	Postgresql() {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = free.getLocalPort();
			this.folder = Files.createTempDirectory("corpus-postgresql");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (ROOT) {
			Commands.run(List.of("chown", "postgres", this.folder.toString()));
		}
		run("initdb", "-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C", "--no-sync");
		run("pg_ctl", "-w", "-l", this.folder.resolve("log").toString(), "-o",
				"-p " + this.port + " -k " + this.folder + " -c listen_addresses=127.0.0.1 -c fsync=off", "start");
	}

	static boolean isInstalled() {
		return program("initdb") != null;
	}

	/**
	 * PostgreSQL doesn't run as root.
	 */
	private void run(String program, String... arguments) {
		List<String> command = new ArrayList<>();
		if (ROOT) {
			command.addAll(List.of("runuser", "-u", "postgres", "--"));
		}
		command.addAll(List.of(String.valueOf(program(program)), "-D", this.folder.resolve("data").toString()));
		command.addAll(List.of(arguments));
		// what goes on running keeps an inherited output open
		command.addAll(0, List.of("sh", "-c", "exec \"$@\" > " + this.folder + "/" + program + ".out 2>&1", "sh"));
		Commands.run(command);
	}

	private static Path program(String name) {
		List<Path> folders = new ArrayList<>();
		Path debian = Path.of("/usr/lib/postgresql");
		if (Files.isDirectory(debian)) {
			try (Stream<Path> versions = Files.list(debian)) {
				versions.map((version) -> version.resolve("bin")).forEach(folders::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
			folders.add(Path.of(folder));
		}
		return folders.stream()
			.map((folder) -> folder.resolve(name))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
	}

	@Override
	public Map<String, String> environment() {
		return Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + this.port + "/postgres",
				"SPRING_DATASOURCE_USERNAME", USER);
	}

	@Override
	public void close() {
		run("pg_ctl", "-m", "immediate", "stop");
		Commands.run(List.of("rm", "-r", this.folder.toString()));
	}

}
