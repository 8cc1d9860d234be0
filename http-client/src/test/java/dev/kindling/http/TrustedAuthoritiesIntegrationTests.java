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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.List;

import javax.net.ssl.SSLException;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Who is trusted by the trust store that the JDK's system properties name.
 */
class TrustedAuthoritiesIntegrationTests {

	private static final char[] PASSWORD = "secret".toCharArray();

	@TempDir
	Path directory;

	@AfterEach
	void clear() {
		System.clearProperty("javax.net.ssl.trustStore");
		System.clearProperty("javax.net.ssl.trustStorePassword");
	}

	private void trust(byte[] store) throws Exception {
		System.setProperty("javax.net.ssl.trustStore",
				Files.write(this.directory.resolve("trusted"), store).toString());
	}

	/**
	 * The server is told whom to trust: the JDK remembers whether it could read its trust
	 * store.
	 */
	private static String call(Certificates certificates) throws Exception {
		try (TestServer server = new TestServer(certificates.context(certificates.trustManagers()), (peer) -> {
			while (peer.receive() != null) {
				peer.answer("ok");
			}
		}); KindlingHttpClient client = KindlingHttpClient.create()) {
			return Requests.text(Requests.get(client, server.uri()).call());
		}
	}

	private static AbstractThrowableAssert<?, ?> assertRefused(Certificates certificates) {
		return assertThatThrownBy(() -> call(certificates)).isInstanceOf(SSLException.class);
	}

	@Test
	void trustsAnAuthorityAmongMany() throws Exception {
		List<Certificate> authorities = List.copyOf(TrustStores.authoritiesOfTheJdk());
		Certificate[] many = authorities.toArray(new Certificate[authorities.size() + 1]);
		many[authorities.size()] = Tls.certificates().authority();
		trust(TrustStores.open(many));
		assertThat(call(Tls.certificates())).isEqualTo("ok");
	}

	@Test
	void refusesTheAuthorityThatOnlyHasTheName() throws Exception {
		Certificates namesake = Certificates.localhost();
		trust(TrustStores.open(namesake.authority()));
		assertRefused(Tls.certificates()).hasMessageContaining("PKIX path");
		trust(TrustStores.open(namesake.authority(), Tls.certificates().authority()));
		assertThat(call(Tls.certificates())).isEqualTo("ok");
	}

	@Test
	void refusesAnUnknownAuthority() throws Exception {
		trust(TrustStores.open(TrustStores.authoritiesOfTheJdk().toArray(Certificate[]::new)));
		assertRefused(Tls.certificates()).hasMessageContaining("PKIX path building failed");
	}

	@Test
	void refusesAnotherHostAndAnExpiredCertificate() throws Exception {
		Certificates otherHost = Certificates.wrongHost();
		trust(TrustStores.open(otherHost.authority()));
		assertRefused(otherHost).hasMessageContaining("localhost");
		Certificates expired = Certificates.expired();
		trust(TrustStores.open(expired.authority()));
		assertRefused(expired).hasStackTraceContaining("NotAfter");
	}

	@Test
	void trustsTheServersOwnCertificate() throws Exception {
		trust(TrustStores.open(Tls.certificates().server()));
		assertThat(call(Tls.certificates())).isEqualTo("ok");
	}

	@Test
	void leavesOtherFormatsAndPasswordsToTheJdk() throws Exception {
		trust(TrustStores.store("JKS", PASSWORD, Tls.certificates().authority()));
		assertThat(call(Tls.certificates())).isEqualTo("ok");
		trust(TrustStores.store("PKCS12", PASSWORD, Tls.certificates().authority()));
		System.setProperty("javax.net.ssl.trustStorePassword", new String(PASSWORD));
		assertThat(call(Tls.certificates())).isEqualTo("ok");
	}

	@Test
	void saysWhichTrustStoreCannotBeRead() throws Exception {
		trust("no store".getBytes(StandardCharsets.US_ASCII));
		assertRefused(Tls.certificates()).hasMessageContaining("The trusted certificates of javax.net.ssl.trustStore="
				+ this.directory.resolve("trusted") + " can't be read: ");
		trust(TrustStores.store("PKCS12", PASSWORD, Tls.certificates().authority()));
		System.setProperty("javax.net.ssl.trustStorePassword", "another");
		assertRefused(Tls.certificates()).hasMessageContaining("can't be read").hasMessageNotContaining("another");
	}

}
