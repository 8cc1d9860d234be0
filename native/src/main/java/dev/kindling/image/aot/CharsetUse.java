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

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.image.ImagePart;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.core.env.Environment;

/**
 * Finds the calls that name a charset. A constant name of a charset that every executable
 * has doesn't count; a name that isn't known before it runs does.
 */
final class CharsetUse {

	private static final Set<Charset> ALWAYS = Set.of(StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1,
			StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

	private static final List<String> PROPERTIES = List.of("spring.messages.encoding", "spring.mail.default-encoding",
			"spring.sql.init.encoding", "spring.banner.charset");

	/** Methods whose only text names a charset. */
	private static final Set<String> METHODS = Set.of("java/nio/charset/Charset.forName",
			"java/nio/charset/Charset.isSupported", "java/nio/charset/Charset.availableCharsets",
			"java/lang/String.getBytes", "java/io/ByteArrayOutputStream.toString");

	/** Methods whose text after something else names a charset. */
	private static final Set<String> LAST = Set.of("java/lang/String.<init>", "java/io/InputStreamReader.<init>",
			"java/io/OutputStreamWriter.<init>", "java/io/PrintStream.<init>", "java/io/PrintWriter.<init>",
			"java/util/Scanner.<init>", "java/util/Formatter.<init>", "java/net/URLEncoder.encode",
			"java/net/URLDecoder.decode", "java/nio/channels/Channels.newReader",
			"java/nio/channels/Channels.newWriter", "java/util/Properties.storeToXML",
			"org/springframework/core/io/support/EncodedResource.<init>");

	/** Setters of Spring's and others. */
	private static final Set<String> SETTERS = Set.of("setEncoding", "setDefaultEncoding", "setCharacterEncoding",
			"setFileEncodings", "setSqlScriptEncoding", "setScriptEncoding");

	/** Its SQL names charsets. */
	private static final String H2 = "org/h2/";

	private CharsetUse() {
	}

	/**
	 * Where the application, or a library that it brings, names one.
	 * @return a class or a property, or {@code null} if none does
	 */
	static @Nullable String find(Environment environment, ApplicationClasses classes) {
		for (String property : PROPERTIES) {
			String name = environment.getProperty(property, "");
			if (!name.isEmpty() && !isAlwaysThere(name)) {
				return property;
			}
		}
		String asks = first(classes, (name) -> !name.startsWith(H2));
		if (asks != null) {
			return asks;
		}
		String h2 = first(classes, (name) -> name.startsWith(H2));
		return (h2 != null && SqlCharsets.areNamed(classes.directories())) ? h2 : null;
	}

	private static @Nullable String first(ApplicationClasses classes, Predicate<String> names) {
		String[] found = new String[1];
		classes.visit(names, (file) -> {
			if (found[0] == null && IdleMentions.of(ImagePart.CHARSETS, file.className()) == null && isFound(file)) {
				found[0] = file.className().replace('/', '.');
			}
		});
		return found[0];
	}

	private static boolean isFound(ApplicationClasses.ClassFile file) {
		String text = file.text();
		if (!text.contains("java/nio/charset/Charset") && METHODS.stream().noneMatch((method) -> mayCall(text, method))
				&& LAST.stream().noneMatch((method) -> mayCall(text, method))
				&& SETTERS.stream().noneMatch(text::contains)) {
			return false;
		}
		Calls calls = new Calls();
		try {
			new ClassReader(file.bytes()).accept(calls, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
		}
		catch (RuntimeException ex) {
			// A class file that can't be read may call anything
			return true;
		}
		return calls.found;
	}

	private static boolean mayCall(String text, String method) {
		int dot = method.indexOf('.');
		return text.contains(method.substring(0, dot)) && text.contains(method.substring(dot + 1));
	}

	private static boolean isAlwaysThere(String name) {
		try {
			return ALWAYS.contains(Charset.forName(name));
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			return false;
		}
	}

	private static boolean isNamed(String owner, String name, String descriptor) {
		String method = owner + "." + name;
		Type[] parameters = Type.getArgumentTypes(descriptor);
		if (method.startsWith("java/nio/charset/Charset.") && METHODS.contains(method)) {
			return true;
		}
		if (METHODS.contains(method) || SETTERS.contains(name)) {
			return parameters.length == 1 && isText(parameters[0]);
		}
		int last = parameters.length - 1;
		if (LAST.contains(method) && last > 0) {
			last -= parameters[last].getClassName().equals("java.util.Locale") ? 1 : 0;
			return last > 0 && isText(parameters[last]);
		}
		return false;
	}

	private static boolean isText(Type type) {
		return type.getClassName().equals("java.lang.String");
	}

	/**
	 * Looks at every call of a class.
	 */
	private static final class Calls extends ClassVisitor {

		private boolean found;

		Calls() {
			super(SpringAsmInfo.ASM_VERSION);
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
				String @Nullable [] exceptions) {
			return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {

				private @Nullable String constant;

				@Override
				public void visitLdcInsn(Object value) {
					this.constant = (value instanceof String text) ? text : null;
				}

				@Override
				public void visitMethodInsn(int opcode, String owner, String name, String descriptor,
						boolean isInterface) {
					if (this.constant != null && owner.equals("java/nio/charset/Charset")
							&& (name.equals("name") || name.equals("toString") || name.equals("displayName"))) {
						return;
					}
					if (isNamed(owner, name, descriptor) && (this.constant == null || !isAlwaysThere(this.constant))) {
						Calls.this.found = true;
					}
					this.constant = null;
				}

				@Override
				public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap,
						Object... arguments) {
					for (Object argument : arguments) {
						if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL
								&& isNamed(handle.getOwner(), handle.getName(), handle.getDesc())) {
							Calls.this.found = true;
						}
					}
					this.constant = null;
				}

				@Override
				public void visitVarInsn(int opcode, int index) {
					this.constant = null;
				}

				@Override
				public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
					this.constant = owner.equals("java/nio/charset/StandardCharsets") ? name.replace('_', '-') : null;
				}

				@Override
				public void visitInsn(int opcode) {
					this.constant = null;
				}

				/**
				 * A jump may come from where another name was given.
				 */
				@Override
				public void visitLabel(Label label) {
					this.constant = null;
				}

			};
		}

	}

}
