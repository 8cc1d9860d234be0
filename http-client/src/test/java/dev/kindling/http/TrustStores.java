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
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Trust stores for tests.
 */
public final class TrustStores {

	private TrustStores() {
	}

	/**
	 * As the JDK's own: PKCS12 without a password.
	 */
	public static byte[] open(Certificate... authorities) throws GeneralSecurityException, IOException {
		System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
		System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
		try {
			return store("PKCS12", null, authorities);
		}
		finally {
			System.clearProperty("keystore.pkcs12.certProtectionAlgorithm");
			System.clearProperty("keystore.pkcs12.macAlgorithm");
		}
	}

	public static byte[] store(String type, char[] password, Certificate... authorities)
			throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance(type);
		store.load(null, null);
		for (Certificate authority : authorities) {
			store.setCertificateEntry("authority-" + store.size(), authority);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		store.store(out, password);
		return out.toByteArray();
	}

	/**
	 * Those that the JDK trusts.
	 */
	public static List<X509Certificate> authoritiesOfTheJdk() throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
		factory.init((KeyStore) null);
		return new ArrayList<>(Arrays.asList(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()));
	}

}
