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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/**
 * A server that answers in JSON, over HTTP and over TLS with a certificate that only its
 * own authority has signed.
 */
final class HttpService implements Service {

	private static final String PASSWORD = "changeit";

	private final ExecutorService threads = Executors.newFixedThreadPool(2);

	private final Path folder;

	private final HttpServer plain;

	private final HttpsServer secure;

	HttpService() {
		try {
			this.folder = Files.createTempDirectory("corpus-http");
			this.secure = HttpsServer.create(address(), 0);
			this.secure.setHttpsConfigurator(new HttpsConfigurator(certificate()));
			this.plain = HttpServer.create(address(), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		for (HttpServer server : List.of(this.plain, this.secure)) {
			server.createContext("/", HttpService::answer);
			server.setExecutor(this.threads);
			server.start();
		}
	}

	private static InetSocketAddress address() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
	}

	private SSLContext certificate() throws IOException, GeneralSecurityException {
		Path store = this.folder.resolve("store.p12");
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		Commands.run(List.of(keytool, "-genkeypair", "-alias", "server", "-dname", "CN=localhost", "-keystore",
				store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD, "-keyalg", "EC", "-groupname",
				"secp256r1", "-ext", "SAN=dns:localhost,ip:127.0.0.1", "-startdate", "-1d", "-validity", "2"));
		Commands.run(List.of(keytool, "-exportcert", "-rfc", "-alias", "server", "-keystore", store.toString(),
				"-storepass", PASSWORD, "-file", this.folder.resolve("server.pem").toString()));
		KeyStore keyStore = KeyStore.getInstance("PKCS12");
		try (InputStream content = Files.newInputStream(store)) {
			keyStore.load(content, PASSWORD.toCharArray());
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(keyStore, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	/**
	 * Answers with what was asked: {@code /items/<id>} with an item, anything else with
	 * the status 404.
	 */
	private static void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		boolean found = path.startsWith("/items/");
		String answer = found
				? "{\"id\":\"" + path.substring(7) + "\",\"method\":\"" + exchange.getRequestMethod()
						+ "\",\"query\":\"" + exchange.getRequestURI().getQuery() + "\",\"length\":" + body.length()
						+ ",\"client\":\"" + exchange.getRequestHeaders().getFirst("X-Client") + "\"}"
				: "{\"title\":\"Nothing there\"}";
		byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(found ? 200 : 404, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public Map<String, String> environment() {
		return Map.of("CORPUS_HTTP", "http://localhost:" + this.plain.getAddress().getPort(), "CORPUS_HTTPS",
				"https://localhost:" + this.secure.getAddress().getPort(), "CORPUS_CERTIFICATE",
				this.folder.resolve("server.pem").toUri().toString());
	}

	@Override
	public void close() {
		this.plain.stop(0);
		this.secure.stop(0);
		this.threads.shutdownNow();
		Commands.run(List.of("rm", "-r", this.folder.toString()));
	}

}
