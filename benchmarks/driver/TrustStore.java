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

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/**
 * Makes Java's trust store of a file of PEM certificates: PKCS12 without a password, as
 * the JDK's own.
 */
class TrustStore {

	public static void main(String[] args) throws Exception {
		System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
		System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		int count = 0;
		try (InputStream roots = new BufferedInputStream(Files.newInputStream(Path.of(args[0])))) {
			for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(roots)) {
				store.setCertificateEntry("root" + count++, root);
			}
		}
		try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
			store.store(out, null);
		}
	}

}
