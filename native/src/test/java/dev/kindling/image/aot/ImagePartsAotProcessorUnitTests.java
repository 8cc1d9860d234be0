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

package dev.kindling.image.aot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertStore;
import java.security.cert.CertStoreParameters;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.naming.InitialContext;
import javax.naming.NamingException;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.image.ImagePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ImagePartsAotProcessor}.
 */
class ImagePartsAotProcessorUnitTests {

	private final MockEnvironment environment = new MockEnvironment();

	private final Path classPath;

	ImagePartsAotProcessorUnitTests(@TempDir Path classPath) throws IOException {
		this.classPath = classPath;
		add(Plain.class);
	}

	private static byte[] bytes(Class<?> type) throws IOException {
		try (InputStream input = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
			return input.readAllBytes();
		}
	}

	private void add(Class<?> type) throws IOException {
		Files.write(this.classPath.resolve(type.getSimpleName() + ".class"), bytes(type));
	}

	private Path jar(String entry, Class<?> type) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (JarOutputStream jar = new JarOutputStream(bytes)) {
			jar.putNextEntry(new ZipEntry(entry));
			jar.write(bytes(type));
		}
		return Files.write(this.classPath.resolve("library.jar"), bytes.toByteArray());
	}

	private Map<ImagePart, String> kept(Path... more) {
		List<Path> classPath = new ArrayList<>(List.of(more));
		classPath.add(this.classPath);
		return ImagePartsAotProcessor.kept(this.environment, getClass().getClassLoader(),
				new ApplicationClasses(classPath), List.of());
	}

	private List<String> unneeded(Path... more) {
		Map<ImagePart, String> kept = kept(more);
		return Stream.of(ImagePart.values()).filter((part) -> !kept.containsKey(part)).map(ImagePart::id).toList();
	}

	@Test
	void saysWhatKeepsAPartIn() throws IOException {
		add(OpensUrl.class);
		this.environment.setProperty("kindling.aot.keep", "ldap");
		this.environment.setProperty("kindling.dynamodb.priming-call", "describe-table");
		assertThat(kept()).containsEntry(ImagePart.LDAP, "kindling.aot.keep")
			.containsEntry(ImagePart.TABLE_DESCRIPTIONS, "kindling.dynamodb.priming-call=describe-table")
			.hasEntrySatisfying(ImagePart.URL_PROTOCOLS,
					(reason) -> assertThat(reason).matches("OpensUrl mentions java/net/URL[;\\w]*"));
	}

	@Test
	void leavesOutWhatNothingMentions() {
		assertThat(unneeded()).containsExactly("ldap", "file-systems", "url-protocols", "default-chains",
				"reactive-types", "table-descriptions", "algorithms", "resource-patterns", "compact-numbers",
				"xml-documents", "java-logging", "charsets", "validation-xml", "h2-realms", "desktop");
	}

	@ParameterizedTest
	@ValueSource(classes = { NamesCharset.class, EncodesByName.class, DecodesByName.class, ReadsByName.class,
			PrintsByName.class, RefersToForName.class, ChoosesName.class, ConfiguresEncoding.class, CallsRest.class })
	void keepsCharsetsForWhoeverAsksForOneByItsName(Class<?> type) throws IOException {
		add(type);
		assertThat(unneeded()).doesNotContain("charsets").contains("ldap");
	}

	@ParameterizedTest
	@ValueSource(classes = { NamesStandardCharset.class, HasLikeMethods.class, HasText.class })
	void doesNotKeepCharsetsForTheNamesOfThoseThatAreAlwaysThere(Class<?> type) throws IOException {
		add(type);
		assertThat(unneeded()).contains("charsets");
	}

	@Test
	void keepsCharsetsForAPropertyThatNamesOne() {
		this.environment.setProperty("spring.messages.encoding", "utf-8");
		assertThat(unneeded()).contains("charsets");
		this.environment.setProperty("spring.messages.encoding", "windows-1252");
		assertThat(unneeded()).doesNotContain("charsets");
	}

	@Test
	void doesNotSearchWhatAnEarlierBuildGenerated() throws IOException {
		for (String name : List.of("Plain__BeanDefinitions", "Plain__BeanDefinitions$Nested",
				"Plain$$SpringCGLIB$$0")) {
			Files.write(this.classPath.resolve(name + ".class"), bytes(OpensUrl.class));
		}
		assertThat(unneeded()).contains("url-protocols");
	}

	@Test
	void keepsWhatASearchForResourcesNeeds() throws IOException {
		add(FindsResources.class);
		assertThat(unneeded()).doesNotContain("resource-patterns").contains("java-logging");
	}

	@Test
	void keepsCompactNumbersForMessages() throws IOException {
		add(Formats.class);
		assertThat(unneeded()).doesNotContain("compact-numbers").contains("java-logging");
	}

	@Test
	void keepsTheJdksLoggingForWhoeverUsesIt() throws IOException {
		add(Logs.class);
		assertThat(unneeded()).doesNotContain("java-logging").contains("compact-numbers");
		add(LogsToTheSystem.class);
		assertThat(unneeded()).doesNotContain("java-logging");
	}

	@Test
	void keepsAlgorithmsForWhoeverUsesTheJdksCryptography() throws IOException {
		add(Digests.class);
		assertThat(unneeded()).doesNotContain("algorithms").contains("url-protocols");
	}

	@Test
	void keepsLdapForStoresOfCertificatesAndNotForWhatLooksSomethingUp() throws IOException {
		add(LooksUp.class);
		assertThat(unneeded()).contains("ldap");
		add(FindsCertificates.class);
		assertThat(unneeded()).doesNotContain("ldap");
	}

	@Test
	void keepsWhatTheApplicationCalls() throws IOException {
		add(OpensUrl.class);
		assertThat(unneeded()).doesNotContain("url-protocols").contains("ldap", "file-systems", "default-chains");
		add(OpensZip.class);
		assertThat(unneeded()).doesNotContain("url-protocols", "file-systems").contains("ldap", "default-chains");
	}

	@Test
	void keepsUrlProtocolsForAPropertyOfThatType() throws IOException {
		add(HasUrl.class);
		assertThat(unneeded()).doesNotContain("url-protocols").contains("default-chains");
	}

	@Test
	void keepsUrlProtocolsForACastToThatType() throws IOException {
		add(CastsToUrl.class);
		assertThat(unneeded()).doesNotContain("url-protocols");
	}

	@Test
	void doesNotTakeOtherClassesForUrls() throws IOException {
		add(EncodesUrl.class);
		assertThat(unneeded()).contains("url-protocols");
	}

	@Test
	void doesNotSearchKindlingItself() throws IOException {
		assertThat(unneeded(jar("dev/kindling/image/ImagePart.class", OpensUrl.class))).contains("url-protocols");
		assertThat(unneeded(jar("dev/kindling/it/Application.class", OpensUrl.class))).doesNotContain("url-protocols");
	}

	@Test
	void keepsUrlProtocolsForTheClientsOfSpring() throws IOException {
		add(CallsRest.class);
		assertThat(unneeded()).doesNotContain("url-protocols");
	}

	@Test
	void keepsTheDefaultChainsAndTheirProtocolForOtherClientsOfTheSdk() throws IOException {
		add(FindsCredentials.class);
		assertThat(unneeded()).doesNotContain("url-protocols", "default-chains").contains("ldap", "file-systems");
	}

	@Test
	void keepsWhatALibraryCalls() throws IOException {
		assertThat(unneeded(jar("com/example/OpensUrl.class", OpensUrl.class))).doesNotContain("url-protocols");
	}

	@Test
	void keepsWhatOtherProjectsOfSpringCall() throws IOException {
		assertThat(unneeded(jar("org/springframework/cloud/config/client/OpensUrl.class", OpensUrl.class)))
			.doesNotContain("url-protocols");
	}

	@Test
	void doesNotMindWhatTheLibrariesCallThatItKnows() throws IOException {
		assertThat(unneeded(jar("org/springframework/core/OpensUrl.class", OpensUrl.class))).contains("url-protocols");
	}

	@ParameterizedTest
	@ValueSource(strings = { "org/aspectj/weaver/loadtime/definition/DocumentParser",
			"org/hibernate/validator/internal/xml/XmlParserHelper", "org/hibernate/validator/internal/util/logging/Log",
			"org/h2/security/auth/H2AuthConfigXml", "org/h2/jdbc/JdbcSQLXML",
			"org/springframework/jdbc/support/xml/Jdbc4SqlXmlHandler$1" })
	void doesNotMindReadersOfXmlThatNobodyAsksFor(String name) throws IOException {
		assertThat(unneeded(jar(name + ".class", ReadsXml.class))).contains("charsets");
	}

	@ParameterizedTest
	@ValueSource(strings = { "org/springframework/transaction/config/TxNamespaceHandler",
			"org/springframework/jdbc/config/InitializeDatabaseBeanDefinitionParser",
			"org/springframework/jdbc/support/xml/SqlXmlHandler", "org/h2/jdbc/JdbcSQLXML" })
	void doesNotTakeConfigurationOrColumnsOfXmlForNodesInJson(String name) throws IOException {
		assertThat(unneeded(jar(name + ".class", ReadsNodes.class))).contains("xml-documents");
	}

	@Test
	void mindsAnyOtherReaderOfXml() throws IOException {
		assertThat(unneeded(jar("org/hibernate/orm/XmlReader.class", ReadsXml.class))).doesNotContain("charsets");
		assertThat(unneeded(jar("org/h2/jdbc/JdbcClob.class", ReadsXml.class))).doesNotContain("charsets");
		assertThat(unneeded(jar("org/springframework/oxm/Nodes.class", ReadsNodes.class)))
			.doesNotContain("xml-documents");
	}

	@Test
	void keepsConstraintsInXmlWhereCodeAddsThem() throws IOException {
		Path validator = jar("org/hibernate/validator/internal/xml/XmlParserHelper.class", ReadsXml.class);
		add(AddsMapping.class);
		assertThat(unneeded(validator)).doesNotContain("validation-xml", "charsets");
	}

	@Test
	void keepsConstraintsInXmlWhereThereAreSome() throws IOException {
		Path validator = jar("org/hibernate/validator/internal/xml/XmlParserHelper.class", ReadsXml.class);
		Files.createDirectory(this.classPath.resolve("META-INF"));
		Files.createFile(this.classPath.resolve("META-INF/validation.xml"));
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { this.classPath.toUri().toURL() })) {
			assertThat(ImagePartsAotProcessor.kept(this.environment, classLoader,
					new ApplicationClasses(List.of(this.classPath, validator)), List.of()))
				.containsEntry(ImagePart.VALIDATION_XML, "classpath:META-INF/validation.xml is on the class path")
				.hasEntrySatisfying(ImagePart.CHARSETS, (reason) -> assertThat(reason).contains("XmlParserHelper"));
		}
	}

	@Test
	void doesNotMindWhatOffersConstraintsInXml() throws IOException {
		assertThat(unneeded(jar("jakarta/validation/Configuration.class", AddsMapping.class)))
			.contains("validation-xml");
		assertThat(unneeded(jar("com/example/Configuration.class", AddsMapping.class)))
			.doesNotContain("validation-xml");
	}

	@Test
	void keepsRealmsWhereTheirFileIsNamed() throws IOException {
		Path reader = jar("org/h2/security/auth/H2AuthConfigXml.class", ReadsXml.class);
		assertThat(unneeded(reader)).contains("h2-realms", "charsets");
		add(NamesRealms.class);
		assertThat(unneeded(reader)).doesNotContain("h2-realms", "charsets");
	}

	@ParameterizedTest
	@ValueSource(strings = { "org/apache/el/parser/SimpleCharStream",
			"org/springframework/jdbc/datasource/init/ResourceDatabasePopulator",
			"org/springframework/jdbc/datasource/embedded/EmbeddedDatabaseBuilder", "org/h2/tools/Csv" })
	void doesNotMindCharsetsThatNobodyNames(String name) throws IOException {
		assertThat(unneeded(jar(name + ".class", TakesCharset.class))).contains("charsets");
		assertThat(kept(jar("com/example/Csv.class", TakesCharset.class))).containsEntry(ImagePart.CHARSETS,
				"com.example.Csv asks for a charset by its name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "RUNSCRIPT FROM 'a.sql' CHARSET 'windows-1252';",
			"select * from csvread('a.csv', null, 'charset=IBM037')", "select file_read('a.txt', 'IBM037')" })
	void keepsCharsetsForH2WhereSqlNamesThem(String sql) throws IOException {
		Path h2 = jar("org/h2/tools/Csv.class", TakesCharset.class);
		Files.writeString(this.classPath.resolve("schema.sql"), "create table a (id int);\n");
		assertThat(unneeded(h2)).contains("charsets");
		Files.writeString(this.classPath.resolve("data.sql"), sql);
		assertThat(unneeded(h2)).doesNotContain("charsets");
	}

	@Test
	void keepsCharsetsForH2WhereCodeNamesThemInSql() throws IOException {
		Path h2 = jar("org/h2/tools/Csv.class", TakesCharset.class);
		add(ReadsCsv.class);
		assertThat(unneeded(h2)).doesNotContain("charsets");
	}

	@ParameterizedTest
	@ValueSource(classes = { SetsEncoding.class, SetsBuildersEncoding.class })
	void keepsCharsetsForScriptsThatHaveOne(Class<?> type) throws IOException {
		Path runner = jar("org/springframework/jdbc/datasource/init/ResourceDatabasePopulator.class",
				TakesCharset.class);
		add(type);
		assertThat(unneeded(runner)).doesNotContain("charsets");
	}

	@Test
	void keepsTheDesktopForWhoeverAsksForItButH2() throws IOException {
		assertThat(unneeded(jar("org/h2/tools/Server.class", AsksForDesktop.class))).contains("desktop");
		assertThat(unneeded(jar("com/example/Browser.class", AsksForDesktop.class))).doesNotContain("desktop");
	}

	@Test
	void keepsWhatTheUserNames() {
		this.environment.setProperty("kindling.aot.keep", "ldap,file-systems");
		assertThat(unneeded()).doesNotContain("ldap", "file-systems").contains("url-protocols", "default-chains");
		this.environment.setProperty("kindling.aot.keep", "all");
		assertThat(unneeded()).isEmpty();
	}

	@Test
	void keepsTheDefaultChainsWhereTheCredentialsAreToComeFromThem() {
		this.environment.setProperty("kindling.dynamodb.credentials", "default-chain");
		assertThat(unneeded()).doesNotContain("url-protocols", "default-chains").contains("ldap", "file-systems");
	}

	@Test
	void keepsTheDescriptionsOfTablesWherePrimingAsksForThem() {
		this.environment.setProperty("kindling.dynamodb.priming-call", "describe-table");
		assertThat(unneeded()).doesNotContain("table-descriptions").contains("reactive-types");
	}

	@Test
	void refusesPartsThatThereAreNot() {
		this.environment.setProperty("kindling.aot.keep", "jndi");
		assertThatIllegalArgumentException().isThrownBy(this::unneeded)
			.withMessageContaining("'kindling.aot.keep'")
			.withMessageContaining("'jndi'")
			.withMessageContaining(
					"ldap, file-systems, url-protocols, default-chains, reactive-types, table-descriptions, algorithms, resource-patterns, compact-numbers, xml-documents, java-logging, charsets, validation-xml, h2-realms, desktop, all");
	}

	@Test
	void tellsTheImageBuilder() throws IOException {
		this.environment.setProperty("kindling.aot.keep", "all");
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerSingleton("environment", this.environment);
		assertThat(arguments(
				(ImagePartsAotProcessor.Contribution) new ImagePartsAotProcessor().processAheadOfTime(beanFactory)))
			.isEqualTo("Args = -Dkindling.image.left-out= -H:+UnlockExperimentalVMOptions"
					+ " -H:+AddAllCharsets -H:-UnlockExperimentalVMOptions\n");
		assertThat(arguments(new ImagePartsAotProcessor.Contribution(
				EnumSet.of(ImagePart.LDAP, ImagePart.URL_PROTOCOLS, ImagePart.CHARSETS))))
			.isEqualTo("Args = -Dkindling.image.left-out=ldap,url-protocols,charsets -H:+UnlockExperimentalVMOptions"
					+ " -H:DisableURLProtocols=http,https"
					+ " -H:ServiceLoaderFeatureExcludeServiceProviders=sun.nio.cs.ext.ExtendedCharsets"
					+ " -H:-UnlockExperimentalVMOptions\n");
	}

	@Test
	void bringsTheSchemasOfConstraintsInXmlWhereTheyStay() {
		String schema = "META-INF/validation-mapping-3.0.xsd";
		TestGenerationContext without = new TestGenerationContext();
		new ImagePartsAotProcessor.Contribution(EnumSet.of(ImagePart.VALIDATION_XML)).applyTo(without, null);
		assertThat(RuntimeHintsPredicates.resource().forResource(schema)).rejects(without.getRuntimeHints());
		TestGenerationContext with = new TestGenerationContext();
		new ImagePartsAotProcessor.Contribution(EnumSet.noneOf(ImagePart.class)).applyTo(with, null);
		assertThat(RuntimeHintsPredicates.resource().forResource(schema)).accepts(with.getRuntimeHints());
	}

	private static String arguments(ImagePartsAotProcessor.Contribution contribution) throws IOException {
		TestGenerationContext context = new TestGenerationContext();
		contribution.applyTo(context, null);
		context.writeGeneratedContent();
		return context.getGeneratedFiles()
			.getGeneratedFileContent(Kind.RESOURCE,
					"META-INF/native-image/dev.kindling/image-parts/native-image.properties");
	}

	static class NamesCharset {

		Charset charset() {
			return Charset.forName("windows-1252");
		}

	}

	static class EncodesByName {

		byte[] encode(String text) throws IOException {
			return text.getBytes("Shift_JIS");
		}

	}

	static class DecodesByName {

		String decode(byte[] bytes, String name) throws IOException {
			return new String(bytes, name);
		}

	}

	static class ReadsByName {

		Reader read(InputStream input) throws IOException {
			return new InputStreamReader(input, "IBM850");
		}

	}

	static class PrintsByName {

		PrintStream print(OutputStream output) throws IOException {
			return new PrintStream(output, true, "IBM850");
		}

	}

	static class RefersToForName {

		Function<String, Charset> byName() {
			return Charset::forName;
		}

	}

	static class ChoosesName {

		Charset charset(String name) {
			return Charset.forName((name != null) ? name : "UTF-8");
		}

	}

	static class ConfiguresEncoding {

		ReloadableResourceBundleMessageSource messages() {
			ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
			messages.setDefaultEncoding("windows-1252");
			return messages;
		}

	}

	static class NamesStandardCharset {

		private static final String LATIN = "latin1";

		String recode(byte[] bytes, InputStream input) throws IOException {
			new InputStreamReader(input, "utf8").read();
			Charset.forName(StandardCharsets.UTF_16LE.name());
			return URLEncoder.encode(new String(bytes, LATIN), "UTF-8");
		}

	}

	record HasText(String text) {

	}

	static class HasLikeMethods {

		byte[] getBytes(String name) throws ClassNotFoundException {
			Class.forName(name);
			return name.getBytes(StandardCharsets.UTF_8);
		}

	}

	static class Plain {

		String greet(String name) {
			return "Hello, " + name + new String(new byte[0], StandardCharsets.UTF_8);
		}

	}

	static class LooksUp {

		Object find(String name) throws NamingException {
			return new InitialContext().lookup(name);
		}

	}

	static class FindsCertificates {

		CertStore in(CertStoreParameters parameters) throws GeneralSecurityException {
			return CertStore.getInstance("LDAP", parameters);
		}

	}

	static class OpensUrl {

		InputStream open(String url) throws IOException {
			return new URL(url).openStream();
		}

	}

	static class FindsResources {

		@Value("classpath:templates/*.txt")
		Resource[] templates;

	}

	static class Formats {

		String format(int count) {
			return MessageFormat.format("{0}", count);
		}

	}

	static class Logs {

		void log() {
			java.util.logging.Logger.getLogger("name").info("text");
		}

	}

	static class LogsToTheSystem {

		void log() {
			System.getLogger("name").log(System.Logger.Level.INFO, "text");
		}

	}

	static class Digests {

		byte[] digest(byte[] content) throws NoSuchAlgorithmException {
			return MessageDigest.getInstance("SHA3-256").digest(content);
		}

	}

	record HasUrl(URL homepage) {

	}

	static class CastsToUrl {

		Object cast(Object value) {
			return (value instanceof URL) ? value : null;
		}

	}

	static class EncodesUrl {

		String encode(String value) {
			return URLEncoder.encode(value, StandardCharsets.UTF_8);
		}

	}

	static class OpensZip {

		OutputStream open(Path zip) throws IOException {
			return Files.newOutputStream(FileSystems.newFileSystem(zip).getPath("entry"));
		}

	}

	static class CallsRest {

		RestClient client() {
			return RestClient.create();
		}

	}

	static class FindsCredentials {

		Object credentials() {
			return DefaultCredentialsProvider.builder().build();
		}

	}

	static class ReadsXml {

		Object read() throws Exception {
			return javax.xml.parsers.SAXParserFactory.newInstance().newSAXParser();
		}

	}

	static class ReadsNodes {

		String read(org.w3c.dom.Document document) {
			return document.getXmlEncoding();
		}

	}

	static class AddsMapping {

		void addMapping(InputStream mapping) {
		}

		void configure() {
			addMapping(InputStream.nullInputStream());
		}

	}

	static class NamesRealms {

		void configure() {
			System.setProperty("h2.authConfigFile", "file:realms.xml");
		}

	}

	static class AsksForDesktop {

		boolean open() {
			return java.awt.Desktop.isDesktopSupported();
		}

	}

	static class TakesCharset {

		Reader read(InputStream input, String charset) throws IOException {
			return new InputStreamReader(input, charset);
		}

	}

	static class ReadsCsv {

		String sql() {
			return "SELECT * FROM CSVREAD('a.csv', NULL, 'charset=IBM037')";
		}

	}

	static class SetsEncoding {

		void setSqlScriptEncoding(String encoding) {
		}

		void configure(String encoding) {
			setSqlScriptEncoding(encoding);
		}

	}

	static class SetsBuildersEncoding {

		void setScriptEncoding(String encoding) {
		}

		void configure(String encoding) {
			setScriptEncoding(encoding);
		}

	}

}
