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

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Each substitution stands on members, private ones among them, that a new version of the
 * JDK, of GraalVM or of a library may no longer have. Those of {@code GRAALVM_HOME}
 * count, or of the JDK that runs this where there is none.
 */
class SubstitutionsUnitTests {

	private static final String GRAALVM_HOME = System.getenv("GRAALVM_HOME");

	private static final boolean LIBRARIES_REQUIRED = "required".equals(System.getProperty("kindling.test.libraries"));

	private static final FileSystem jdk = jdk();

	private static FileSystem jdk() {
		try {
			return (GRAALVM_HOME != null)
					? FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", GRAALVM_HOME))
					: FileSystems.getFileSystem(URI.create("jrt:/"));
		}
		catch (IOException ex) {
			throw new IllegalStateException("GRAALVM_HOME is no JDK: " + GRAALVM_HOME, ex);
		}
	}

	static Map<String, Target> targets() throws Exception {
		Map<String, Target> targets = new TreeMap<>();
		for (Resource file : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:dev/kindling/**/*Substitution$*.class")) {
			String path = file.getURL().getPath();
			Class<?> type = Class.forName(
					path.substring(path.lastIndexOf("dev/kindling/")).replace(".class", "").replace('/', '.'), false,
					SubstitutionsUnitTests.class.getClassLoader());
			if (Target.class.isAssignableFrom(type)) {
				Constructor<?> constructor = type.getDeclaredConstructor();
				constructor.setAccessible(true);
				targets.put(type.getDeclaringClass().getSimpleName(), (Target) constructor.newInstance());
			}
		}
		return targets;
	}

	static Stream<String> names() throws Exception {
		return targets().keySet().stream();
	}

	@Test
	void allAreFound() throws Exception {
		assertThat(targets()).hasSizeGreaterThan(15)
			.containsKeys("ModuleSubstitution", "AllocationSubstitution", "EndpointUrlSubstitution",
					"JacksonDomSubstitution", "ResourcePatternSubstitution", "ValidationXmlSubstitution",
					"ConstraintMappingsSubstitution", "H2RealmsSubstitution");
	}

	@ParameterizedTest
	@MethodSource("names")
	void standsOnMembersThatThereAre(String name) throws Exception {
		List<Target.Member> members = targets().get(name).members();
		assertThat(members).isNotEmpty();
		for (Target.Member member : members) {
			byte[] file = read(member.type());
			assumeTrue(file.length > 0 || !member.type().startsWith("com.oracle.svm."),
					"GraalVM's classes are looked at where GRAALVM_HOME is set");
			assumeTrue(file.length > 0 || !isOfLibrary(member.type()) || LIBRARIES_REQUIRED,
					"Hibernate Validator and H2 are on the class path of an execution of their own");
			assertThat(membersOf(file)).as(member.type())
				.contains((member.parameters() != null)
						? member.name() + "(" + String.join(", ", member.parameters()) + ")" : member.name());
		}
	}

	@Test
	void aMemberThatHasGoneKeepsTheRestAsItIs() {
		assertThat(new Target(null, Target.method("java.lang.String", "isBlank")) {
		}.getAsBoolean()).isTrue();
		assertThat(new Target(null, Target.method("java.lang.String", "isWhite")) {
		}.getAsBoolean()).isFalse();
		assertThat(new Target(null, Target.method("java.lang.String", "isBlank", "int")) {
		}.getAsBoolean()).isFalse();
		assertThat(new Target(null, Target.field("java.lang.String", "colour")) {
		}.getAsBoolean()).isFalse();
		assertThat(new Target(null, Target.constructor("java.lang.String", "no.such.Type")) {
		}.getAsBoolean()).isFalse();
		assertThat(new Target(null, Target.field("no.such.Type", "colour")) {
		}.getAsBoolean()).isFalse();
	}

	private static byte[] read(String type) throws IOException {
		String path = type.replace('.', '/') + ".class";
		try (InputStream in = ClassUtils.getDefaultClassLoader().getResourceAsStream(path)) {
			if (in != null && !isJdks(type)) {
				return in.readAllBytes();
			}
		}
		if (type.startsWith("com.oracle.svm.")) {
			return (GRAALVM_HOME != null) ? readBuilder(path) : new byte[0];
		}
		Path modules = jdk.getPath("/packages", type.substring(0, type.lastIndexOf('.')));
		if (Files.notExists(modules)) {
			return new byte[0];
		}
		try (Stream<Path> links = Files.list(modules)) {
			for (Path module : links.toList()) {
				Path file = jdk.getPath("/modules", module.getFileName().toString(), path);
				if (Files.exists(file)) {
					return Files.readAllBytes(file);
				}
			}
		}
		return new byte[0];
	}

	private static boolean isOfLibrary(String type) {
		return type.startsWith("org.hibernate.") || type.startsWith("org.h2.");
	}

	private static boolean isJdks(String type) {
		return type.startsWith("java.") || type.startsWith("sun.") || type.startsWith("com.sun.");
	}

	private static byte[] readBuilder(String path) throws IOException {
		try (Stream<Path> jars = Files.list(Path.of(GRAALVM_HOME, "lib/svm/builder"))) {
			for (Path jar : jars.filter((file) -> file.toString().endsWith(".jar")).toList()) {
				try (JarFile opened = new JarFile(jar.toFile())) {
					ZipEntry entry = opened.getEntry(path);
					if (entry != null) {
						return opened.getInputStream(entry).readAllBytes();
					}
				}
			}
		}
		return new byte[0];
	}

	private static List<String> membersOf(byte[] file) {
		List<String> members = new ArrayList<>();
		assertThat(file).as("the class").isNotEmpty();
		new ClassReader(file).accept(new ClassVisitor(SpringAsmInfo.ASM_VERSION) {

			@Override
			public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
				members.add(name);
				return null;
			}

			@Override
			public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
					String[] exceptions) {
				members
					.add(name + "("
							+ String.join(", ",
									Stream.of(Type.getArgumentTypes(descriptor)).map(Type::getClassName).toList())
							+ ")");
				return null;
			}

		}, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
		return members;
	}

}
