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

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLServerSocket;

import dev.kindling.it.Passage;
import dev.kindling.it.Subject;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.dynamodb.TableDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample, whose executable has no algorithm too many, over TLS: it has not one too
 * few either.
 */
@Timeout(120)
class SampleTlsIntegrationTests {

	private static final String TABLE = "people-over-tls";

	private static EmbeddedDynamoDb dynamoDb;

	@TempDir
	private Path directory;

	@BeforeAll
	static void startDynamoDb() {
		dynamoDb = EmbeddedDynamoDb.start(TableDefinition.of(TABLE, "id"));
	}

	@AfterAll
	static void stopDynamoDb() {
		dynamoDb.close();
	}

	private static InvokeResult call(ServerCertificate certificate, @Nullable String cipherSuite, List<String> logs,
			String... options) throws Exception {
		String[] command = Stream.concat(Stream.of(Subject.NATIVE.sampleCommand()), Arrays.stream(options))
			.toArray(String[]::new);
		SSLServerSocket listening = (SSLServerSocket) certificate.context()
			.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		if (cipherSuite != null) {
			listening.setEnabledCipherSuites(new String[] { cipherSuite });
		}
		try (Passage front = new Passage(listening)) {
			front.target(dynamoDb.endpoint());
			try (LocalLambda lambda = LocalLambda.builder()
				.command(command)
				.environment("AWS_ENDPOINT_URL_DYNAMODB", front.endpoint().toString())
				.environment("EXAMPLE_TABLE_NAME", TABLE)
				.logs(logs::add)
				.build()) {
				return lambda.invoke("{\"name\":\"mamezou\"}");
			}
		}
	}

	private void assertTrusted(ServerCertificate certificate, @Nullable String cipherSuite, String... options)
			throws Exception {
		List<String> logs = Collections.synchronizedList(new ArrayList<>());
		InvokeResult result = call(certificate, cipherSuite, logs, options);
		assertThat(result.isError()).as("%s %s", result.payloadAsString(), logs).isFalse();
		assertThat(result.json().path("name").asText()).isEqualTo("mamezou");
	}

	private static String trust(Path store) {
		return "-Djavax.net.ssl.trustStore=" + store;
	}

	@ParameterizedTest
	@CsvSource({ "-keyalg RSA -keysize 2048, TLS_AES_256_GCM_SHA384",
			"-keyalg RSA -keysize 2048, TLS_AES_128_GCM_SHA256",
			"-keyalg RSA -keysize 2048, TLS_CHACHA20_POLY1305_SHA256",
			"-keyalg RSA -keysize 2048, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
			"-keyalg RSA -keysize 2048, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
			"-keyalg RSA -keysize 2048, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
			"-keyalg RSA -keysize 2048, TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
			"-keyalg RSASSA-PSS -keysize 2048, TLS_AES_256_GCM_SHA384",
			"-keyalg EC -groupname secp256r1, TLS_AES_256_GCM_SHA384",
			"-keyalg EC -groupname secp384r1, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
			"-keyalg Ed25519, TLS_AES_256_GCM_SHA384" })
	void speaksWithServersOfAnyKeyAndCipherSuite(String key, String cipherSuite) throws Exception {
		ServerCertificate certificate = ServerCertificate.of(this.directory, List.of(key.split(" ")), "localhost",
				"-validity", "2");
		Path store = certificate.trustStore(this.directory.resolve("trusted"), "-storetype", "PKCS12",
				"-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE", "-J-Dkeystore.pkcs12.macAlgorithm=NONE");
		assertTrusted(certificate, cipherSuite, trust(store));
	}

	@ParameterizedTest
	@CsvSource({ "-storetype PKCS12", "-storetype PKCS12 -J-Dkeystore.pkcs12.legacy", "-storetype JKS" })
	void readsTrustStoresOfAnyFormat(String options) throws Exception {
		ServerCertificate certificate = ServerCertificate.of(this.directory, "localhost", "-validity", "2");
		Path store = certificate.trustStore(this.directory.resolve("trusted"), options.split(" "));
		assertTrusted(certificate, null, trust(store),
				"-Djavax.net.ssl.trustStorePassword=" + ServerCertificate.PASSWORD);
	}

	@ParameterizedTest
	@CsvSource({ "authority of another, PKIX", "no store, can't be read" })
	void saysWhyAServerIsNotTrusted(String store, String reason) throws Exception {
		ServerCertificate certificate = ServerCertificate.of(this.directory, "localhost", "-validity", "2");
		Path file = this.directory.resolve("trusted");
		if (store.equals("no store")) {
			Files.writeString(file, store);
		}
		else {
			ServerCertificate.of(this.directory, "localhost", "-validity", "2")
				.trustStore(file, "-storetype", "PKCS12", "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE",
						"-J-Dkeystore.pkcs12.macAlgorithm=NONE");
		}
		List<String> logs = Collections.synchronizedList(new ArrayList<>());
		InvokeResult result = call(certificate, null, logs, trust(file));
		assertThat(result.isError()).isTrue();
		assertThat(result.payloadAsString() + logs).contains(reason);
	}

}
