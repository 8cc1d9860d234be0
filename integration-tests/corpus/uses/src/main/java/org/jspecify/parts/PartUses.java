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

package org.jspecify.parts;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertStore;
import java.security.cert.LDAPCertStoreParameters;
import java.text.NumberFormat;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.w3c.dom.Document;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One use of each part, by the names that {@code kindling.aot.keep} has for them, and a
 * look at the places of calls.
 */
public final class PartUses {

	private PartUses() {
	}

	/**
	 * Uses a part.
	 * @param part its name
	 * @return what came of it, or how it failed
	 */
	public static String of(String part) {
		return Failures.orElse(() -> use(part));
	}

	private static String use(String part) throws Exception {
		return switch (part) {
			case "ldap" -> findCertificates();
			case "file-systems" -> readZip();
			case "url-protocols" -> openUrl("http://127.0.0.1:1/");
			case "url-protocols, a directory" -> listDirectory();
			case "default-chains" -> findCredentials();
			case "reactive-types" -> DestroyedBean.destroy();
			case "table-descriptions" -> TablePriming.calls();
			case "algorithms" -> digest();
			case "resource-patterns" -> findResources();
			case "compact-numbers" ->
				NumberFormat.getCompactNumberInstance(Locale.ROOT, NumberFormat.Style.SHORT).format(1000);
			case "xml-documents" -> readDocument();
			case "java-logging" -> LoggedMessage.receive();
			case "charsets" -> HexFormat.of().formatHex("part".getBytes(Charset.forName("IBM037")));
			case "code-positions" -> CallPlaces.seen();
			default -> throw new IllegalArgumentException("There is no part " + part);
		};
	}

	private static String findCertificates() throws Exception {
		CertStore store = CertStore.getInstance("LDAP", new LDAPCertStoreParameters("127.0.0.1", 1));
		return store.getCertificates(null).toString();
	}

	private static String readZip() throws Exception {
		Path zip = Files.createTempFile("parts", ".zip");
		try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(zip))) {
			output.putNextEntry(new ZipEntry("entry.txt"));
			output.write("zipped".getBytes(StandardCharsets.UTF_8));
		}
		try (FileSystem files = FileSystems.newFileSystem(zip)) {
			return Files.readString(files.getPath("entry.txt"));
		}
		finally {
			Files.delete(zip);
		}
	}

	@SuppressWarnings("deprecation")
	private static String openUrl(String url) throws Exception {
		return new java.net.URL(url).openConnection().getClass().getSimpleName();
	}

	private static String listDirectory() throws Exception {
		Path directory = Files.createTempDirectory("parts");
		Path file = Files.createFile(directory.resolve("file.txt"));
		try (InputStream input = directory.toUri().toURL().openStream()) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8).trim();
		}
		finally {
			Files.delete(file);
			Files.delete(directory);
		}
	}

	private static String findCredentials() throws Exception {
		Path file = Files.createTempFile("credentials", "");
		Files.writeString(file, "[default]\naws_access_key_id = found\naws_secret_access_key = secret\n");
		System.setProperty("aws.sharedCredentialsFile", file.toString());
		try (ProfileCredentialsProvider provider = ProfileCredentialsProvider.create("default")) {
			return provider.resolveCredentials().accessKeyId();
		}
		finally {
			System.clearProperty("aws.sharedCredentialsFile");
			Files.delete(file);
		}
	}

	private static String digest() throws Exception {
		byte[] digest = MessageDigest.getInstance("SHA3-256").digest();
		return HexFormat.of().formatHex(digest, 0, 4);
	}

	private static String findResources() throws Exception {
		Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:imageparts/*.txt");
		return Stream.of(found).map(Resource::getFilename).sorted().collect(Collectors.joining(" "));
	}

	private static String readDocument() throws Exception {
		return new JsonMapper().readValue("\"<a/>\"", Document.class).getDocumentElement().getTagName();
	}

}
