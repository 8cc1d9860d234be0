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
package dev.kindling.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate with an authority of its own, made by the JDK's tool.
 */
public final class Certificates {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private final KeyStore store;

	private Certificates(KeyStore store) {
		this.store = store;
	}

	/**
	 * Valid for {@code localhost} and both loopback addresses.
	 */
	public static Certificates localhost() throws IOException, GeneralSecurityException {
		return make("-ext", "SAN=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1", "-validity", "2");
	}

	static Certificates wrongHost() throws IOException, GeneralSecurityException {
		return make("-ext", "SAN=dns:other.example", "-validity", "2");
	}

	static Certificates expired() throws IOException, GeneralSecurityException {
		return make("-ext", "SAN=dns:localhost,ip:127.0.0.1", "-startdate", "-10d", "-validity", "5");
	}

	private static Certificates make(String... options) throws IOException, GeneralSecurityException {
		Path directory = Files.createTempDirectory("kindling-certificates");
		Path file = directory.resolve("store.p12");
		try {
			generate(file, "authority", "-ext", "bc:c", "-validity", "2", "-startdate", "-1d");
			List<String> signed = new ArrayList<>(List.of(options));
			signed.addAll(List.of("-signer", "authority"));
			generate(file, "server", signed.toArray(String[]::new));
			KeyStore store = KeyStore.getInstance("PKCS12");
			try (InputStream content = Files.newInputStream(file)) {
				store.load(content, PASSWORD);
			}
			return new Certificates(store);
		}
		finally {
			Files.deleteIfExists(file);
			Files.delete(directory);
		}
	}

	private static void generate(Path file, String alias, String... options) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
						alias, "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=kindling " + alias,
						"-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
		// it runs for a moment
		command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
		command.addAll(List.of(options));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (InputStream output = process.getInputStream()) {
			String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IOException("keytool failed: " + said);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	KeyManager[] keyManagers() {
		try {
			KeyStore own = KeyStore.getInstance("PKCS12");
			own.load(null, null);
			own.setKeyEntry("server", this.store.getKey("server", PASSWORD), PASSWORD,
					this.store.getCertificateChain("server"));
			KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			factory.init(own, PASSWORD);
			return factory.getKeyManagers();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private KeyStore trusted() throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("authority", authority());
		return trusted;
	}

	public Certificate authority() {
		return certificate("authority");
	}

	Certificate server() {
		return certificate("server");
	}

	private Certificate certificate(String alias) {
		try {
			return this.store.getCertificate(alias);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * This certificate with its key, and its authority, as bytes of PKCS12.
	 */
	public byte[] withKey() throws GeneralSecurityException, IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.store.store(out, PASSWORD);
		return out.toByteArray();
	}

	/**
	 * Trusts this certificate's authority and no other.
	 */
	TrustManager[] trustManagers() {
		try {
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(trusted());
			return factory.getTrustManagers();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	SSLContext context(TrustManager... clients) {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keyManagers(), (clients.length > 0) ? clients : null, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
