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

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The JDK's trust store, if it is a file of PKCS12 without a password, as the JDK's own
 * is. It gives parts of the file, cut out by the subject of their certificates and not
 * read any further, which the JDK is to read and judge: to read all of some hundred takes
 * it longer than the rest of a handshake.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7292">RFC 7292, PKCS12</a>
 */
final class TrustStoreFile {

	private static final byte[] DATA = oid("2a864886f70d010701");

	private static final byte[] CERTIFICATE_BAG = oid("2a864886f70d010c0a0103");

	private static final byte[] X509_CERTIFICATE = oid("2a864886f70d01091601");

	/** An attribute by which the JDK tells a trusted certificate from others. */
	private static final byte[] TRUSTED_KEY_USAGE = oid("6086480186f966adca7b0101");

	private static final byte[] FRIENDLY_NAME = oid("2a864886f70d010914");

	private static final byte[] VERSION_3 = { 2, 1, 3 };

	/** The bags that hold the certificates, by subject. */
	private final Map<ByteBuffer, List<DerElement>> bags = new HashMap<>();

	private final Set<String> aliases = new HashSet<>();

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
	 * @throws IOException if it isn't PKCS12, if something in it is encrypted or is no
	 * trusted certificate, or if a certificate has no name or that of another, of which
	 * the JDK would keep one
	 */
	static TrustStoreFile of(byte[] bytes) throws IOException {
		TrustStoreFile store = new TrustStoreFile();
		DerElement safes = data(DerElement.of(bytes).expect(DerElement.SEQUENCE).child(1));
		for (DerElement safe : safes.expect(DerElement.SEQUENCE).children()) {
			for (DerElement bag : data(safe).expect(DerElement.SEQUENCE).children()) {
				store.add(bag);
			}
		}
		return store;
	}

	private void add(DerElement bag) throws IOException {
		List<DerElement> parts = bag.expect(DerElement.SEQUENCE).children();
		require(parts.size() == 3);
		require(parts.get(0), CERTIFICATE_BAG);
		byte[] subject = subject(certificate(parts.get(1)));
		require(this.aliases.add(alias(parts.get(2)).toLowerCase(Locale.ENGLISH)));
		this.bags.computeIfAbsent(ByteBuffer.wrap(subject), (name) -> new ArrayList<>(1)).add(bag);
	}

	/**
	 * A trust store of those certificates alone that have one of the subjects.
	 * @param subjects the names, encoded
	 * @return PKCS12, or {@code null} if there are none
	 */
	byte @Nullable [] only(Collection<byte[]> subjects) {
		List<byte[]> found = new ArrayList<>();
		for (byte[] subject : subjects) {
			for (DerElement bag : this.bags.getOrDefault(ByteBuffer.wrap(subject), List.of())) {
				found.add(bag.encoded());
			}
		}
		if (found.isEmpty()) {
			return null;
		}
		byte[] safe = DerElement.encode(DerElement.SEQUENCE, found.toArray(byte[][]::new));
		return DerElement.encode(DerElement.SEQUENCE, VERSION_3,
				info(DerElement.encode(DerElement.SEQUENCE, info(safe))));
	}

	private static byte[] info(byte[] data) {
		return DerElement.encode(DerElement.SEQUENCE, DerElement.encode(DerElement.OBJECT_IDENTIFIER, DATA),
				DerElement.encode(DerElement.CONTEXT_0, DerElement.encode(DerElement.OCTET_STRING, data)));
	}

	/**
	 * What a ContentInfo holds that isn't encrypted.
	 */
	private static DerElement data(DerElement info) throws IOException {
		require(info.expect(DerElement.SEQUENCE).child(0), DATA);
		return info.child(1).expect(DerElement.CONTEXT_0).nested().expect(DerElement.OCTET_STRING).nested();
	}

	private static DerElement certificate(DerElement bagValue) throws IOException {
		List<DerElement> value = bagValue.expect(DerElement.CONTEXT_0).nested().expect(DerElement.SEQUENCE).children();
		require(value.size() >= 2);
		require(value.get(0), X509_CERTIFICATE);
		return value.get(1).expect(DerElement.CONTEXT_0).nested().expect(DerElement.OCTET_STRING).nested();
	}

	/**
	 * The name of the only kind of entry that is known here: a trusted certificate.
	 */
	private static String alias(DerElement attributes) throws IOException {
		boolean trusted = false;
		String alias = null;
		for (DerElement attribute : attributes.expect(DerElement.SET).children()) {
			DerElement type = attribute.expect(DerElement.SEQUENCE).child(0);
			trusted |= type.contains(TRUSTED_KEY_USAGE);
			if (type.contains(FRIENDLY_NAME)) {
				require(alias == null);
				alias = attribute.child(1)
					.expect(DerElement.SET)
					.nested()
					.expect(DerElement.BMP_STRING)
					.text(StandardCharsets.UTF_16BE);
			}
		}
		require(trusted);
		if (alias == null) {
			throw new IOException("A certificate without a name");
		}
		return alias;
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
