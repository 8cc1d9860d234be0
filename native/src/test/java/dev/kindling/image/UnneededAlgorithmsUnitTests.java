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
import java.security.Security;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which algorithms may leave.
 */
class UnneededAlgorithmsUnitTests {

	/**
	 * What the JDK's own TLS and key stores ask for, and the AWS SDK. PBEWithMD5AndDES is
	 * PBE, too, the factory of keys for PKCS12.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "Cipher.AES/CBC/NoPadding", "Cipher.AES/GCM/NoPadding", "Cipher.AES",
			"Cipher.ChaCha20-Poly1305", "Cipher.DESede", "Cipher.RSA", "Cipher.PBEWithHmacSHA256AndAES_256",
			"Cipher.PBEWithSHA1AndRC2_40", "Cipher.PBEWithSHA1AndDESede", "AlgorithmParameters.GCM",
			"AlgorithmParameters.PBES2", "AlgorithmParameters.PBEWithHmacSHA256AndAES_256", "AlgorithmParameters.EC",
			"AlgorithmParameters.DiffieHellman", "AlgorithmParameters.RSASSA-PSS", "KeyAgreement.X25519",
			"KeyAgreement.ECDH", "KeyAgreement.DiffieHellman", "KeyFactory.EC", "KeyFactory.RSA", "KeyFactory.XDH",
			"KeyFactory.Ed25519", "KeyPairGenerator.EC", "KeyPairGenerator.X25519", "KeyPairGenerator.DiffieHellman",
			"KeyGenerator.SunTlsMasterSecret", "KeyGenerator.SunTls12Prf", "KeyGenerator.AES", "KDF.HKDF-SHA256",
			"KDF.HKDF-SHA384", "Mac.HmacSHA256", "Mac.HmacSHA384", "Mac.HmacSHA1", "Mac.HmacPBESHA256",
			"Mac.HmacPBESHA1", "Mac.PBEWithHmacSHA256", "MessageDigest.MD5", "MessageDigest.SHA-1",
			"MessageDigest.SHA-256", "MessageDigest.SHA-384", "SecretKeyFactory.DESede",
			"SecretKeyFactory.PBEWithMD5AndDES", "SecretKeyFactory.PBEWithHmacSHA256AndAES_256",
			"SecretKeyFactory.PBEWithSHA1AndRC2_40", "SecureRandom.NativePRNG", "Signature.RSASSA-PSS",
			"Signature.SHA256withRSA", "Signature.SHA384withECDSA", "Signature.Ed25519",
			"Signature.SHA256withECDSAinP1363Format", "KeyStore.PKCS12", "KeyStore.JKS", "CertificateFactory.X.509",
			"CertPathValidator.PKIX", "CertPathBuilder.PKIX", "SSLContext.TLS", "TrustManagerFactory.PKIX",
			"KEM.SomethingNew" })
	void whatIsUsedStays(String name) {
		assertThat(
				UnneededAlgorithms.contain(name.substring(0, name.indexOf('.')), name.substring(name.indexOf('.') + 1)))
			.isFalse();
	}

	/** The image builder fails for a type without a service. */
	@Test
	void ofEachTypeOfServiceSomeStay() {
		Set<String> all = new TreeSet<>();
		Set<String> staying = new TreeSet<>();
		for (Provider provider : Security.getProviders()) {
			for (Provider.Service service : provider.getServices()) {
				all.add(service.getType());
				if (!UnneededAlgorithms.contain(service)) {
					staying.add(service.getType());
				}
			}
		}
		all.remove("KEM"); // which the builder doesn't know
		assertThat(staying).containsAll(all);
	}

	@Test
	void whatLeavesIsOfferedByTheProviders() {
		Set<String> leaving = new TreeSet<>();
		for (Provider provider : Security.getProviders()) {
			for (Provider.Service service : provider.getServices()) {
				if (UnneededAlgorithms.contain(service)) {
					leaving.add(service.getType() + '.' + service.getAlgorithm());
				}
			}
		}
		assertThat(leaving).contains("Cipher.Blowfish", "Cipher.DES", "Cipher.AES_128/CBC/NoPadding", "KeyFactory.DSA",
				"KeyGenerator.HmacSHA256", "KeyStore.JCEKS", "Mac.HmacSHA3-256", "MessageDigest.SHA3-256",
				"SecureRandom.DRBG", "Signature.SHA256withDSA");
	}

}
