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

package dev.kindling.code;

import dev.kindling.code.ApplicationClasses.ClassFile;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.RecordComponentVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * Reads class files.
 */
final class CodeReader extends ClassVisitor {

	private final CodeClass target;

	private CodeReader(CodeClass target) {
		super(SpringAsmInfo.ASM_VERSION);
		this.target = target;
	}

	/**
	 * Reads a class file.
	 * @return what it says, or {@code null} if it is newer than what can be read
	 */
	static @Nullable CodeClass read(ClassFile file) {
		CodeClass target = new CodeClass(file.className(), file.library());
		try {
			new ClassReader(file.bytes()).accept(new CodeReader(target), ClassReader.SKIP_FRAMES);
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			return null;
		}
		return target;
	}

	@Override
	public void visit(int version, int access, String name, @Nullable String signature, @Nullable String superName,
			String @Nullable [] interfaces) {
		this.target.header(access, signature, superName, (interfaces != null) ? interfaces : new String[0]);
	}

	@Override
	public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
		this.target.addAnnotation(descriptor);
		return null;
	}

	@Override
	public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
		return new RecordComponentVisitor(SpringAsmInfo.ASM_VERSION) {

			@Override
			public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
				addJson(descriptor);
				return null;
			}

		};
	}

	@Override
	public FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
			@Nullable Object value) {
		this.target.addField(access, name, descriptor, signature);
		return new FieldVisitor(SpringAsmInfo.ASM_VERSION) {

			@Override
			public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
				addJson(descriptor);
				return null;
			}

		};
	}

	/**
	 * Of members, only Jackson's annotations tell something about the class, and those
	 * that say which types are needed.
	 */
	private void addJson(String descriptor) {
		if (descriptor.startsWith("Lcom/fasterxml/jackson/annotation/")
				|| descriptor.startsWith("Lorg/springframework/aot/hint/annotation/")) {
			this.target.addAnnotation(descriptor);
		}
	}

	@Override
	public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
			String @Nullable [] exceptions) {
		CodeMethod method = new CodeMethod(this.target, access, name, descriptor, signature);
		this.target.addMethod(method);
		return new Body(method);
	}

	/**
	 * Reads a method's code.
	 */
	private final class Body extends MethodVisitor {

		private final CodeMethod method;

		Body(CodeMethod method) {
			super(SpringAsmInfo.ASM_VERSION);
			this.method = method;
		}

		@Override
		public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
			addJson(descriptor);
			return null;
		}

		@Override
		public void visitTypeInsn(int opcode, String type) {
			this.method.types().addAll(CodeTypeNames.in(Type.getObjectType(type).getDescriptor()));
			if (opcode == Opcodes.NEW) {
				this.method.created().add(type);
			}
		}

		@Override
		public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
			this.method.types().addAll(CodeTypeNames.in(descriptor));
		}

		@Override
		public void visitLdcInsn(Object value) {
			if (value instanceof Type type) {
				String name = CodeTypeNames.element(type);
				this.method.constants().add(name);
				this.method.types().add(name);
			}
		}

		@Override
		public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
			this.method.fields().add(owner + "." + name);
			this.method.types().addAll(CodeTypeNames.in(descriptor));
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			add(owner, name, descriptor, false);
		}

		private void add(String owner, String name, String descriptor, boolean reference) {
			this.method.calls().add(new CodeMethod.Call(owner, name, descriptor, reference));
			this.method.types().addAll(CodeTypeNames.in(Type.getReturnType(descriptor).getDescriptor()));
			if (owner.charAt(0) != '[') {
				this.method.types().add(owner);
			}
		}

		@Override
		public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
			for (Object argument : arguments) {
				if (argument instanceof Handle handle) {
					if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
						this.method.created().add(handle.getOwner());
					}
					if (handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
						add(handle.getOwner(), handle.getName(), handle.getDesc(), true);
					}
				}
				else if (argument instanceof Type type) {
					this.method.types().addAll(CodeTypeNames.in(type.getDescriptor()));
				}
			}
		}

		@Override
		public void visitLocalVariable(String name, String descriptor, @Nullable String signature, Label start,
				Label end, int index) {
			this.method.types().addAll(CodeTypeNames.in(descriptor));
			this.method.types().addAll(CodeTypeNames.in(signature));
		}

	}

}
