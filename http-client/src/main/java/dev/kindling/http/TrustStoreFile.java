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

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The JDK's trust store, if it is a file of PKCS12 without a password, as the JDK's own
 * is. Its certificates are found by their subject and not read any further: the JDK reads
 * all of some hundred, which takes longer than the rest of a handshake, to use one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7292">RFC 7292, PKCS12</a>
 */
final class TrustStoreFile {

	private static final byte[] DATA = oid("2a864886f70d010701");

	private static final byte[] CERTIFICATE_BAG = oid("2a864886f70d010c0a0103");

	private static final byte[] X509_CERTIFICATE = oid("2a864886f70d01091601");

	/** An attribute by which the JDK tells a trusted certificate from others. */
	private static final byte[] TRUSTED_KEY_USAGE = oid("6086480186f966adca7b0101");

	private final Map<ByteBuffer, List<byte[]>> certificates = new HashMap<>();

	private TrustStoreFile() {
	}

	/**
	 * Finds and reads the file.
	 * @return {@code null} if the JDK is to read its trust store itself
	 */
	static @Nullable TrustStoreFile read() {
		File file = file();
		if (file == null || isSet("javax.net.ssl.trustStoreProvider") || isSet("javax.net.ssl.trustStorePassword")
				|| !"pkcs12".equalsIgnoreCase(System.getProperty("javax.net.ssl.trustStoreType", "pkcs12"))) {
			return null;
		}
		try {
			return of(Files.readAllBytes(file.toPath()));
		}
		catch (IOException ex) {
			// the JDK knows other formats, and says what it doesn't like
			return null;
		}
	}

	private static @Nullable File file() {
		String named = System.getProperty("javax.net.ssl.trustStore");
		String home = System.getProperty("java.home");
		File security = (home != null) ? new File(home, "lib/security") : null;
		File[] candidates = { (named != null) ? new File(named) : child(security, "jssecacerts"),
				child(security, "cacerts") };
		for (File candidate : candidates) {
			if (candidate != null && candidate.isFile() && candidate.canRead()) {
				return candidate;
			}
		}
		return null;
	}

	private static @Nullable File child(@Nullable File directory, String name) {
		return (directory != null) ? new File(directory, name) : null;
	}

	private static boolean isSet(String property) {
		return !System.getProperty(property, "").isEmpty();
	}

	/**
	 * Reads a trust store.
	 * @throws IOException if it isn't PKCS12, or if something in it is encrypted or is no
	 * trusted certificate
	 */
	static TrustStoreFile of(byte[] bytes) throws IOException {
		TrustStoreFile store = new TrustStoreFile();
		DerElement safes = data(DerElement.of(bytes).expect(DerElement.SEQUENCE).child(1));
		for (DerElement safe : safes.expect(DerElement.SEQUENCE).children()) {
			for (DerElement bag : data(safe).expect(DerElement.SEQUENCE).children()) {
				store.add(certificate(bag));
			}
		}
		return store;
	}

	private void add(DerElement certificate) throws IOException {
		this.certificates.computeIfAbsent(ByteBuffer.wrap(subject(certificate)), (subject) -> new ArrayList<>(1))
			.add(certificate.encoded());
	}

	/**
	 * The trusted certificates of a subject.
	 * @param subject its name, encoded
	 * @return the certificates, encoded
	 */
	List<byte[]> find(byte[] subject) {
		return this.certificates.getOrDefault(ByteBuffer.wrap(subject), List.of());
	}

	/**
	 * What a ContentInfo holds that isn't encrypted.
	 */
	private static DerElement data(DerElement info) throws IOException {
		require(info.expect(DerElement.SEQUENCE).child(0), DATA);
		return info.child(1).expect(DerElement.CONTEXT_0).nested().expect(DerElement.OCTET_STRING).nested();
	}

	private static DerElement certificate(DerElement bag) throws IOException {
		List<DerElement> parts = bag.expect(DerElement.SEQUENCE).children();
		require(parts.size() == 3 && isTrusted(parts.get(2)));
		require(parts.get(0), CERTIFICATE_BAG);
		List<DerElement> value = parts.get(1)
			.expect(DerElement.CONTEXT_0)
			.nested()
			.expect(DerElement.SEQUENCE)
			.children();
		require(value.size() >= 2);
		require(value.get(0), X509_CERTIFICATE);
		return value.get(1).expect(DerElement.CONTEXT_0).nested().expect(DerElement.OCTET_STRING).nested();
	}

	private static boolean isTrusted(DerElement attributes) throws IOException {
		for (DerElement attribute : attributes.expect(DerElement.SET).children()) {
			if (attribute.expect(DerElement.SEQUENCE).child(0).contains(TRUSTED_KEY_USAGE)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The name that a certificate is of, encoded.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.1">RFC 5280, basic
	 * certificate fields</a>
	 */
	private static byte[] subject(DerElement certificate) throws IOException {
		List<DerElement> fields = certificate.expect(DerElement.SEQUENCE).child(0).children();
		// serial number, signature, issuer and validity come before it, and a version may
		int index = (!fields.isEmpty() && fields.get(0).is(DerElement.CONTEXT_0)) ? 5 : 4;
		require(index < fields.size());
		return fields.get(index).expect(DerElement.SEQUENCE).encoded();
	}

	private static void require(DerElement element, byte[] oid) throws IOException {
		require(element.is(DerElement.OBJECT_IDENTIFIER) && element.contains(oid));
	}

	private static void require(boolean condition) throws IOException {
		if (!condition) {
			throw new IOException("Not a PKCS12 of trusted certificates alone");
		}
	}

	private static byte[] oid(String hex) {
		return HexFormat.of().parseHex(hex);
	}

}
