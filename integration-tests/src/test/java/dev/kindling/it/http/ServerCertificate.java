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
package dev.kindling.it.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's certificate and the authority that signed it, made by the JDK's tool.
 *
 * @param context what a server needs
 * @param authority the authority's certificate in Base64
 */
record ServerCertificate(SSLContext context, String authority) {

	static final String PASSWORD = "changeit";

	private static final String KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();

	static ServerCertificate of(Path directory, String name, String... validity)
			throws IOException, GeneralSecurityException, InterruptedException {
		return of(directory, List.of("-keyalg", "EC", "-groupname", "secp256r1"), name, validity);
	}

	static ServerCertificate of(Path directory, List<String> key, String name, String... validity)
			throws IOException, GeneralSecurityException, InterruptedException {
		Path file = directory.resolve("store.p12");
		Files.deleteIfExists(file);
		generate(file, key, "authority", "-ext", "bc:c", "-startdate", "-1d", "-validity", "2");
		List<String> options = new ArrayList<>(List.of(validity));
		options.addAll(List.of("-ext", "SAN=dns:" + name, "-signer", "authority"));
		generate(file, key, "server", options.toArray(String[]::new));
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream content = Files.newInputStream(file)) {
			store.load(content, PASSWORD.toCharArray());
		}
		String authority = Base64.getEncoder().encodeToString(store.getCertificate("authority").getEncoded());
		KeyStore own = KeyStore.getInstance("PKCS12");
		own.load(null, null);
		own.setKeyEntry("server", store.getKey("server", PASSWORD.toCharArray()), PASSWORD.toCharArray(),
				store.getCertificateChain("server"));
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(own, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return new ServerCertificate(context, authority);
	}

	/**
	 * Writes a trust store of the authority, by the JDK's tool.
	 */
	Path trustStore(Path file, String... options) throws IOException, InterruptedException {
		Path certificate = Files.write(file.resolveSibling("authority.der"),
				Base64.getDecoder().decode(this.authority));
		List<String> command = new ArrayList<>(List.of(KEYTOOL, "-importcert", "-noprompt", "-alias", "authority",
				"-file", certificate.toString(), "-keystore", file.toString(), "-storepass", PASSWORD));
		command.addAll(List.of(options));
		run(command);
		return file;
	}

	private static void generate(Path file, List<String> key, String alias, String... options)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(KEYTOOL, "-genkeypair", "-alias", alias, "-dname", "CN=" + alias,
				"-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
		command.addAll(key);
		command.addAll(List.of(options));
		run(command);
	}

	private static void run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException("keytool failed: " + said);
		}
	}

}
