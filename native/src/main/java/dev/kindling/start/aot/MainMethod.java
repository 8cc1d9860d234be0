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

package dev.kindling.start.aot;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * Reads a {@code main} method: one that only calls
 * {@code SpringApplication.run(Source.class, args)} can be started without Spring Boot's
 * own stages. Before that, it may write, log, and set system properties, which all have
 * the effect that they would have. After it, it may do what it likes but with
 * {@code SpringApplication}.
 */
final class MainMethod extends ClassVisitor {

	private static final String SPRING_APPLICATION = "org/springframework/boot/SpringApplication";

	private static final String BOOT = "org/springframework/boot/";

	private static final String RUN = "(Ljava/lang/Class;[Ljava/lang/String;)"
			+ "Lorg/springframework/context/ConfigurableApplicationContext;";

	private static final String MAIN = "([Ljava/lang/String;)V";

	/**
	 * Classes with nothing that could change how Spring Boot starts, other than system
	 * properties.
	 */
	private static final List<String> HARMLESS = List.of("java/lang/System", "java/lang/String",
			"java/lang/StringBuilder", "java/lang/Integer", "java/lang/Long", "java/lang/Boolean", "java/lang/Object",
			"java/io/PrintStream", "java/util/Arrays", "java/util/List", "java/util/Locale", "java/util/TimeZone",
			"java/time/Instant", "java/time/Duration", "org/slf4j/Logger", "org/slf4j/LoggerFactory",
			"org/apache/commons/logging/Log", "org/apache/commons/logging/LogFactory", "kotlin/jvm/internal/Intrinsics",
			"kotlin/io/ConsoleKt");

	private boolean found;

	private String owner = "";

	private @Nullable String source;

	private @Nullable String reason;

	MainMethod() {
		super(SpringAsmInfo.ASM_VERSION);
	}

	/**
	 * The name of the class that is run.
	 */
	@Nullable String source() {
		return this.source;
	}

	/**
	 * Why Spring Boot's own stages are needed.
	 */
	@Nullable String reason() {
		if (this.reason != null) {
			return this.reason;
		}
		if (!this.found) {
			return this.owner + " has no method 'public static void main(String[] args)'";
		}
		return (this.source != null) ? null : "main of " + this.owner + " doesn't call SpringApplication.run itself";
	}

	@Override
	public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
		this.owner = name.replace('/', '.');
	}

	@Override
	public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
			String[] exceptions) {
		boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
		if (isStatic && name.equals("main") && descriptor.equals(MAIN) && (access & Opcodes.ACC_SYNTHETIC) == 0) {
			this.found = true;
			return new Body();
		}
		if (isStatic && name.equals("main") && descriptor.equals("()V")) {
			// Kotlin's main function without arguments, which a synthetic one calls
			this.found = true;
			return new Body();
		}
		return null;
	}

	private void refuse(String what) {
		if (this.reason == null) {
			this.reason = "main of " + this.owner + " " + what;
		}
	}

	private static String simple(String type) {
		return type.substring(type.lastIndexOf('/') + 1).replace('$', '.');
	}

	/**
	 * The instructions of the method.
	 */
	private final class Body extends MethodVisitor {

		private @Nullable String lastClass;

		Body() {
			super(SpringAsmInfo.ASM_VERSION);
		}

		@Override
		public void visitLdcInsn(Object value) {
			if (value instanceof Type type && type.getSort() == Type.OBJECT) {
				this.lastClass = type.getClassName();
			}
		}

		@Override
		public void visitVarInsn(int opcode, int variable) {
			if (opcode == Opcodes.ASTORE) {
				this.lastClass = null;
			}
		}

		@Override
		public void visitJumpInsn(int opcode, Label label) {
			this.lastClass = null;
		}

		@Override
		public void visitTypeInsn(int opcode, String type) {
			if (opcode == Opcodes.NEW && type.startsWith(BOOT)) {
				refuse("makes a " + simple(type));
			}
			else if (opcode == Opcodes.NEW) {
				call(type, "<init>");
			}
		}

		@Override
		public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
			if (owner.startsWith(BOOT)) {
				refuse("uses " + simple(owner) + "." + name);
			}
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			if (owner.equals(SPRING_APPLICATION) && name.equals("run") && descriptor.equals(RUN)) {
				if (MainMethod.this.source != null) {
					refuse("runs more than one application");
				}
				else if (this.lastClass == null) {
					refuse("runs a class that isn't known before");
				}
				else {
					MainMethod.this.source = this.lastClass;
				}
			}
			else if (owner.startsWith(BOOT)) {
				refuse("uses " + simple(owner) + (name.equals("<init>") ? "" : "." + name));
			}
			else {
				call(owner, name);
				// Kotlin copies the arguments
				this.lastClass = owner.equals("java/util/Arrays") ? this.lastClass : null;
			}
		}

		@Override
		public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
			if (!bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
				call(bootstrap.getOwner(), name);
			}
		}

		private void call(String owner, String name) {
			if (MainMethod.this.source == null && !HARMLESS.contains(owner)) {
				refuse("calls " + simple(owner) + (name.equals("<init>") ? "" : "." + name)
						+ " before SpringApplication.run");
			}
		}

	}

}
