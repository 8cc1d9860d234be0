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

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.kindling.code.ApplicationClasses.ClassFile;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * The beans that code asks a bean factory for: by a class that it names, or by one that
 * can't be told.
 */
final class LookUps {

	/** What code calls that may ask for beans that it doesn't name. */
	static final List<String> CALLS = List.of("getBeansOfType", "getBeanNamesForType", "getBeanDefinitionNames",
			"getBeansWithAnnotation", "getBeanNamesForAnnotation", "getBeanProvider", "beansOfTypeIncludingAncestors",
			"beanNamesForTypeIncludingAncestors", "beanNamesForAnnotationIncludingAncestors",
			"beanNamesIncludingAncestors");

	/** Asks for any bean, but in a bean factory of its own. */
	private static final String ERROR_CODES = "org/springframework/jdbc/support/SQLErrorCodesFactory";

	private final Set<String> read = new HashSet<>();

	private final Map<String, String> types = new TreeMap<>();

	private final Map<String, String> annotations = new TreeMap<>();

	private @Nullable String unknown;

	/**
	 * Reads a class.
	 * @param mark what it mentions; nothing is read unless that is one of {@link #CALLS}
	 */
	void read(String mark, ClassFile file) {
		if (CALLS.contains(mark) && this.read.add(file.className()) && !file.className().equals(ERROR_CODES)) {
			Calls calls = new Calls(file.className().replace('/', '.'));
			new ClassReader(file.bytes()).accept(calls, ClassReader.SKIP_DEBUG);
			if (!calls.found) {
				// a reference to a method, by name or as one of its own
				this.unknown = (this.unknown != null) ? this.unknown : calls.name;
			}
		}
	}

	/**
	 * A class that may ask for any bean.
	 * @return its name, or {@code null} if none does
	 */
	@Nullable String unknown() {
		return this.unknown;
	}

	/**
	 * Adds the beans that are asked for by their class or an annotation.
	 * @return whether one wasn't needed before
	 */
	boolean follow(ConfigurableListableBeanFactory beanFactory, BeanGraph graph) {
		int before = graph.needed().size();
		this.types.forEach((name, who) -> {
			Class<?> type = load(name, beanFactory);
			if (type != null) {
				for (String bean : beanFactory.getBeanNamesForType(ResolvableType.forClass(type), true, false)) {
					graph.add(bean, who + " looks up " + ClassUtils.getShortName(type));
				}
			}
		});
		this.annotations.forEach((name, who) -> {
			Class<?> type = load(name, beanFactory);
			if (type != null && type.isAnnotation()) {
				for (String bean : beanFactory.getBeanNamesForAnnotation(type.asSubclass(Annotation.class))) {
					graph.add(bean, who + " looks up what is annotated with @" + ClassUtils.getShortName(type));
				}
			}
		});
		return graph.needed().size() > before;
	}

	private static @Nullable Class<?> load(String name, ConfigurableListableBeanFactory beanFactory) {
		try {
			return ClassUtils.forName(name, beanFactory.getBeanClassLoader());
		}
		catch (ClassNotFoundException | LinkageError ex) {
			// nobody can ask for what isn't there
			return null;
		}
	}

	private final class Calls extends ClassVisitor {

		private final String name;

		private boolean found;

		private Calls(String name) {
			super(SpringAsmInfo.ASM_VERSION);
			this.name = name;
		}

		@Override
		public MethodVisitor visitMethod(int access, String method, String descriptor, @Nullable String signature,
				String @Nullable [] exceptions) {
			return new Code(this);
		}

		private void asked(Map<String, String> known, @Nullable Type type) {
			this.found = true;
			if (type != null && !type.getClassName().equals(Object.class.getName())) {
				known.putIfAbsent(type.getClassName(), this.name);
			}
			else if (LookUps.this.unknown == null) {
				LookUps.this.unknown = this.name;
			}
		}

	}

	/**
	 * Knows the class constant that was put on the stack, as long as only numbers follow
	 * it.
	 */
	private final class Code extends MethodVisitor {

		private final Calls calls;

		private @Nullable Type last;

		private Code(Calls calls) {
			super(SpringAsmInfo.ASM_VERSION);
			this.calls = calls;
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
			if (CALLS.contains(method)) {
				boolean takesClass = Arrays.stream(Type.getArgumentTypes(descriptor))
					.anyMatch((type) -> type.getClassName().equals(Class.class.getName()));
				this.calls.asked(method.contains("Annotation") ? LookUps.this.annotations : LookUps.this.types,
						takesClass ? this.last : null);
			}
			this.last = null;
		}

		@Override
		public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
			for (Object argument : arguments) {
				if (argument instanceof Handle handle && CALLS.contains(handle.getName())) {
					this.calls.asked(LookUps.this.types, null);
				}
			}
			this.last = null;
		}

		@Override
		public void visitLdcInsn(Object value) {
			this.last = (value instanceof Type type && type.getSort() == Type.OBJECT) ? type : null;
		}

		@Override
		public void visitInsn(int opcode) {
			if (opcode < Opcodes.ICONST_M1 || opcode > Opcodes.ICONST_5) {
				this.last = null;
			}
		}

		@Override
		public void visitVarInsn(int opcode, int variable) {
			if (opcode != Opcodes.ILOAD) {
				this.last = null;
			}
		}

		@Override
		public void visitTypeInsn(int opcode, String type) {
			this.last = null;
		}

		@Override
		public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
			this.last = null;
		}

		@Override
		public void visitJumpInsn(int opcode, Label label) {
			this.last = null;
		}

		@Override
		public void visitFrame(int type, int numLocal, Object @Nullable [] local, int numStack,
				Object @Nullable [] stack) {
			// two ways meet here, of which each may have put another class on the stack
			this.last = null;
		}

	}

}
