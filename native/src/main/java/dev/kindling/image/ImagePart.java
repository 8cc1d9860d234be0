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

import java.util.List;
import java.util.Locale;

/**
 * A part of the JDK or of the AWS SDK that can leave the executable.
 */
public enum ImagePart {

	/**
	 * Certificates and revocation lists from an LDAP server, and with them JNDI, its DNS
	 * client and RMI where nothing else reaches them: who looks something up by JNDI
	 * keeps that by doing so.
	 */
	LDAP(List.of("java/security/cert/CertStore", "java/security/cert/LDAPCertStoreParameters",
			"java/security/cert/PKIXRevocationChecker", "com.sun.security.enableCRLDP",
			"com.sun.security.enableAIAcaIssuers"), List.of()),

	/**
	 * Zip files, and the executable's own resources, as file systems.
	 */
	FILE_SYSTEMS(
			List.of("newFileSystem", "java/nio/file/FileSystemNotFoundException",
					"java/nio/file/spi/FileSystemProvider", "classpath*:", "ResourcePatternResolver", "jar:file"),
			List.of()),

	/**
	 * {@code http:} and {@code https:} for {@link java.net.URL}, which can't even be made
	 * of such a text without them, and {@link java.net.HttpURLConnection}.
	 */
	URL_PROTOCOLS(
			List.of("java/net/URL;", "\u0000\fjava/net/URL", "java/net/URLConnection", "java/net/HttpURLConnection",
					"javax/net/ssl/HttpsURLConnection", "openConnection", "openStream",
					"org/springframework/web/client/", "org/springframework/http/client/",
					"org/springframework/core/io/", "kotlin/io/TextStreamsKt"),
			List.of("software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient")),

	/**
	 * The AWS SDK's search for region and credentials in profile files, containers and
	 * instance metadata.
	 */
	DEFAULT_CHAINS(
			List.of("software/amazon/awssdk/auth/credentials/", "software/amazon/awssdk/regions/providers/",
					"software/amazon/awssdk/regions/internal/", "software/amazon/awssdk/profiles/",
					"software/amazon/awssdk/services/sts/", "software/amazon/awssdk/imds/"),
			List.of("software.amazon.awssdk.services.sts.StsClient")),

	/**
	 * Publishers that a bean's destroy method returns, and with them Reactor.
	 */
	REACTIVE_TYPES(List.of("reactor/", "org/reactivestreams/", "java/util/concurrent/Flow$", "io/reactivex/",
			"io/smallrye/mutiny/", "kotlinx/coroutines/"), List.of()),

	/**
	 * The description of a table, by which {@code kindling.dynamodb.priming-call} can
	 * call DynamoDB.
	 */
	TABLE_DESCRIPTIONS(List.of("describeTable", "DescribeTable"), List.of()),

	/**
	 * Cryptographic algorithms that neither TLS, nor a key store, nor the AWS SDK uses.
	 */
	ALGORITHMS(List.of("javax/crypto/", "java/security/"), List.of()),

	/**
	 * Spring's search for resources by a pattern, in jars and directories.
	 */
	RESOURCE_PATTERNS(
			List.of("getResources", "ResourcePatternResolver", "classpath*:",
					"[Lorg/springframework/core/io/Resource;"),
			List.of("org.springframework.jdbc.datasource.init.DatabasePopulator",
					"org.springframework.r2dbc.connection.init.DatabasePopulator",
					"org.springframework.graphql.execution.GraphQlSource", "org.thymeleaf.TemplateEngine",
					"freemarker.template.Template", "groovy.text.markup.MarkupTemplateEngine",
					"com.samskivert.mustache.Template")),

	/**
	 * Numbers such as {@code 1K}, for people.
	 */
	COMPACT_NUMBERS(List.of("CompactNumber", "java/text/MessageFormat", "MessageSource"), List.of()),

	/**
	 * DOM nodes in JSON, as Jackson reads and writes them.
	 */
	XML_DOCUMENTS(List.of("org/w3c/dom/"), List.of()),

	/**
	 * {@code java.util.logging}, to which the JDK's own messages go; without it they go
	 * to standard error.
	 */
	JAVA_LOGGING(List.of("java/util/logging/", "java/lang/System$Logger"),
			List.of("org.slf4j.bridge.SLF4JBridgeHandler")),

	/**
	 * Charsets other than those of {@link java.nio.charset.StandardCharsets}. HTTP and
	 * XML name one in what is received.
	 */
	CHARSETS(List.of("org/springframework/web/client/", "org/springframework/web/reactive/function/client/",
			"org/springframework/web/service/annotation/", "java/net/http/HttpResponse$Body", "javax/xml/",
			"org/xml/sax/", "com/fasterxml/jackson/dataformat/xml/"), List.of()),

	/**
	 * Constraints in XML: {@code META-INF/validation.xml} and mappings that are added by
	 * code, and with them an XML parser with schemas.
	 */
	VALIDATION_XML(List.of("addMapping", "setMappingLocations"), List.of()),

	/**
	 * H2's configuration of realms, a file of XML that {@code h2.authConfigFile} names.
	 */
	H2_REALMS(List.of("authConfigFile", "configureFromUrl"), List.of()),

	/**
	 * {@code java.awt.Desktop}, which H2's metadata asks for, and with it windows and
	 * fonts. Lambda has no desktop.
	 */
	DESKTOP(List.of("java/awt/Desktop", "java.awt.Desktop"), List.of());

	/**
	 * The system property of the image builder that names the parts to leave out.
	 */
	public static final String LEFT_OUT = "kindling.image.left-out";

	private final List<String> marks;

	private final List<String> users;

	ImagePart(List<String> marks, List<String> users) {
		this.marks = marks;
		this.users = users;
	}

	/**
	 * The name that properties use.
	 * @return such as {@code url-protocols}
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What a class file that uses this part mentions, as one of these.
	 * @return parts of names, as they stand in a class file
	 */
	public List<String> marks() {
		return this.marks;
	}

	/**
	 * Libraries that use this part wherever they are on the class path.
	 * @return one class of each
	 */
	public List<String> users() {
		return this.users;
	}

	/**
	 * Whether the image builder, if this is called in it, is to leave this part out.
	 * @return {@code false} on the JVM
	 */
	public boolean isLeftOut() {
		return List.of(System.getProperty(LEFT_OUT, "").split(",")).contains(id());
	}

}
