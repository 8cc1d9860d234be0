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
package dev.kindling.http.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.kindling.http.Certificates;
import dev.kindling.http.Tls;
import dev.kindling.http.TrustStores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What is cut out of a trust store for the JDK to read, and what is left to it as a
 * whole.
 */
class TrustStoreFileUnitTests {

	/**
	 * What the JDK reads of that part of a store that has a subject.
	 */
	private static List<Certificate> only(TrustStoreFile store, X509Certificate... subjects) throws Exception {
		byte[] found = store
			.only(Stream.of(subjects).map((subject) -> subject.getSubjectX500Principal().getEncoded()).toList());
		return (found != null) ? read(found) : List.of();
	}

	private static List<Certificate> read(byte[] store) throws Exception {
		KeyStore read = KeyStore.getInstance("PKCS12");
		read.load(new ByteArrayInputStream(store), null);
		List<Certificate> certificates = new ArrayList<>();
		for (String alias : Collections.list(read.aliases())) {
			if (read.isCertificateEntry(alias)) {
				certificates.add(read.getCertificate(alias));
			}
		}
		return certificates;
	}

	@Test
	void cutsOutEveryAuthorityOfTheJdkByItsNameForTheJdkToRead() throws Exception {
		X509Certificate[] authorities = TrustStores.authoritiesOfTheJdk().toArray(X509Certificate[]::new);
		assertThat(authorities).hasSizeGreaterThan(50);
		TrustStoreFile store = TrustStoreFile.of(TrustStores.open(authorities));
		for (X509Certificate authority : authorities) {
			assertThat(only(store, authority)).contains(authority);
		}
		assertThat(only(store, authorities[0], authorities[1])).contains(authorities[0], authorities[1]);
		assertThat(only(store, authorities)).containsExactlyInAnyOrder(authorities);
	}

	@Test
	void findsAllThatHaveTheSameName() throws Exception {
		X509Certificate first = (X509Certificate) Certificates.localhost().authority();
		X509Certificate second = (X509Certificate) Certificates.localhost().authority();
		TrustStoreFile store = TrustStoreFile.of(TrustStores.open(first, second));
		assertThat(only(store, first)).containsExactlyInAnyOrder(first, second);
		assertThat(store.only(List.of(new byte[] { 0x30, 0 }))).isNull();
	}

	/**
	 * The JDK keeps one of them, and which one isn't to be guessed.
	 */
	@Test
	void leavesEntriesOfTheSameNameToTheJdk() throws Exception {
		Certificate first = Certificates.localhost().authority();
		Certificate second = Certificates.localhost().authority();
		byte[] store = TrustStores.open(first, second);
		String text = new String(store, StandardCharsets.ISO_8859_1);
		String zero = new String("authority-0".getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
		String one = new String("authority-1".getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
		assertThat(text).containsOnlyOnce(one);
		byte[] ambiguous = text.replace(one, zero.toUpperCase(Locale.ROOT)).getBytes(StandardCharsets.ISO_8859_1);
		assertThat(read(ambiguous)).hasSize(1);
		assertThatIOException().isThrownBy(() -> TrustStoreFile.of(ambiguous));
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
