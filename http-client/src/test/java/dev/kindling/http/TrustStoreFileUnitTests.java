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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What is found in a trust store without the JDK, and what is left to it.
 */
class TrustStoreFileUnitTests {

	@Test
	void findsEveryAuthorityOfTheJdkByItsName() throws Exception {
		List<X509Certificate> authorities = TrustStores.authoritiesOfTheJdk();
		assertThat(authorities).hasSizeGreaterThan(50);
		TrustStoreFile store = TrustStoreFile.of(TrustStores.open(authorities.toArray(Certificate[]::new)));
		for (X509Certificate authority : authorities) {
			assertThat(store.find(authority.getSubjectX500Principal().getEncoded())).contains(authority.getEncoded());
		}
	}

	@Test
	void findsAllThatHaveTheSameName() throws Exception {
		X509Certificate first = (X509Certificate) Certificates.localhost().authority();
		X509Certificate second = (X509Certificate) Certificates.localhost().authority();
		TrustStoreFile store = TrustStoreFile.of(TrustStores.open(first, second));
		assertThat(store.find(first.getSubjectX500Principal().getEncoded()))
			.containsExactlyInAnyOrder(first.getEncoded(), second.getEncoded());
		assertThat(store.find(new byte[] { 0x30, 0 })).isEmpty();
	}

	@Test
	void leavesOtherStoresToTheJdk() throws Exception {
		Certificate authority = Tls.certificates().authority();
		assertThatIOException()
			.isThrownBy(() -> TrustStoreFile.of(TrustStores.store("PKCS12", "secret".toCharArray(), authority)));
		assertThatIOException()
			.isThrownBy(() -> TrustStoreFile.of(TrustStores.store("JKS", "secret".toCharArray(), authority)));
		assertThatIOException().isThrownBy(() -> TrustStoreFile.of(Tls.certificates().withKey()));
		assertThatIOException()
			.isThrownBy(() -> TrustStoreFile.of("-----BEGIN CERTIFICATE-----".getBytes(StandardCharsets.US_ASCII)));
		assertThatIOException().isThrownBy(() -> TrustStoreFile.of(new byte[0]));
	}

	@Test
	void endsOnlyWithAnIoExceptionWhateverTheBytes() throws Exception {
		byte[] store = TrustStores.open(Tls.certificates().authority());
		for (int i = 0; i < store.length; i++) {
			byte[] cut = Arrays.copyOf(store, i);
			assertThatIOException().as("the first %d bytes", i).isThrownBy(() -> TrustStoreFile.of(cut));
			for (int change : new int[] { 1, 0x7f, 0x80, 0xff }) {
				byte[] changed = store.clone();
				changed[i] = (byte) (changed[i] ^ change);
				Throwable failure = catchThrowable(() -> TrustStoreFile.of(changed));
				assertThat(failure == null || failure instanceof IOException)
					.as("byte %d changed by %x: %s", i, change, failure)
					.isTrue();
			}
		}
	}

}
