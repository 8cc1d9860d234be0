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

package dev.kindling.image;

import java.security.Provider;
import java.util.regex.Pattern;

/**
 * Algorithms of the JDK's providers that neither TLS, nor reading a key store in PKCS12
 * or JKS, nor the AWS SDK uses. What a later JDK adds stays.
 *
 * @see <a href=
 * "https://docs.oracle.com/en/java/javase/25/docs/specs/security/standard-names.html">Java
 * Security Standard Algorithm Names</a>
 */
final class UnneededAlgorithms {

	private static final Pattern NAMES = Pattern.compile(
			String.join("|", "AlgorithmParameterGenerator[.]DSA", "AlgorithmParameters[.](Blowfish|DES|DSA|OAEP|RC2)",
					"Cipher[.](ARCFOUR|Blowfish|ChaCha20|DES|DESedeWrap|RC2|AES/KWP?/.*|AES_.*|PBEWithMD5.*)",
					"KEM[.](DHKEM|ML-KEM.*)", "KeyFactory[.](DSA|HSS/LMS|ML-.*)",
					"KeyGenerator[.](ARCFOUR|Blowfish|ChaCha20|DES|DESede|Hmac.*|RC2)",
					"KeyPairGenerator[.](DSA|ML-.*)", "KeyStore[.](CaseExactJKS|DKS|JCEKS)", "Mac[.](HmacSHA3-.*)",
					"MessageDigest[.](MD2|SHA3-.*|SHAKE.*)", "SecretKeyFactory[.]DES", "SecureRandom[.]DRBG",
					"Signature[.](MD2with.*|SHA3-.*|.*withDSA.*|HSS/LMS|ML-.*)"));

	/** The one after which TLS may need more, such as the exchange of keys by ML-KEM. */
	private static final int LAST_KNOWN_JDK = 25;

	private UnneededAlgorithms() {
	}

	static boolean contain(Provider.Service service) {
		return Runtime.version().feature() <= LAST_KNOWN_JDK && contain(service.getType(), service.getAlgorithm());
	}

	static boolean contain(String type, String algorithm) {
		return NAMES.matcher(type + '.' + algorithm).matches();
	}

}
