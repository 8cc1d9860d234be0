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

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Where each call of compiled code stands in its source, as a stack trace shows it.
 * GraalVM keeps the index of the byte code as well, so that hardly two calls of a method
 * have the same place; only {@code StackFrame.getByteCodeIndex}, recordings of JFR and
 * debuggers read it. Here each call has the first index of its line, so that calls of a
 * line share a place; or none, so that all calls of a method do.
 */
final class FramePositions {

	/**
	 * {@code BytecodeFrame.UNWIND_BCI}: as for every index that isn't byte code's,
	 * GraalVM encodes no line.
	 */
	private static final int NO_INDEX = -1;

	private final Types types;

	private final boolean lines;

	/** Of methods, the first index of each line. */
	private final Map<Object, Map<Integer, Integer>> firsts = new HashMap<>();

	private FramePositions(Types types, boolean lines) {
		this.types = types;
		this.lines = lines;
	}

	/**
	 * Gets to know the image builder.
	 * @param lines whether stack traces have lines
	 * @throws ReflectiveOperationException if this GraalVM keeps places in another way
	 */
	static FramePositions find(boolean lines) throws ReflectiveOperationException {
		return new FramePositions(Types.find(), lines);
	}

	/**
	 * Whether something else reads the indexes: code that is compiled at run time goes on
	 * at them, and debuggers find variables by them.
	 */
	boolean areNeeded() throws ReflectiveOperationException {
		return (boolean) this.types.deoptimizes.invoke(null) || (boolean) this.types.debugs.invoke(null);
	}

	/**
	 * Moves the calls of compiled methods to the beginnings of their lines, or away from
	 * them.
	 * @param compilations the builder's results of its compiler
	 */
	void reduce(Collection<?> compilations) throws ReflectiveOperationException {
		for (Object compilation : compilations) {
			for (Object place : (Iterable<?>) this.types.places.invoke(compilation)) {
				Object debug = this.types.debug.get(place);
				Object frame = (debug != null) ? this.types.position.get(debug) : null;
				if (this.types.frame.isInstance(frame)) {
					this.types.position.set(debug, reduced(frame));
				}
			}
		}
	}

	private Object reduced(Object frame) throws ReflectiveOperationException {
		Types types = this.types;
		Object caller = types.caller.invoke(frame);
		Object reducedCaller = (caller != null) ? reduced(caller) : null;
		Object method = types.method.invoke(frame);
		int index = (int) types.index.invoke(frame);
		int first = first(method, index);
		if (first == index && reducedCaller == caller) {
			return frame;
		}
		return types.newFrame.newInstance(reducedCaller, method, first, types.rethrows.get(frame),
				types.duringCall.get(frame), types.values.get(frame), types.kinds.get(frame), types.locals.get(frame),
				types.stack.get(frame), types.locks.get(frame));
	}

	/**
	 * Answers the index itself where it stands for something else than byte code, which
	 * is negative, and where the method has no lines.
	 */
	private int first(Object method, int index) throws ReflectiveOperationException {
		if (index < 0) {
			return index;
		}
		if (!this.lines) {
			return NO_INDEX;
		}
		int line = line(method, index);
		return (line > 0) ? Math.min(index, firsts(method).getOrDefault(line, index)) : index;
	}

	private Map<Integer, Integer> firsts(Object method) throws ReflectiveOperationException {
		Map<Integer, Integer> firsts = this.firsts.get(method);
		if (firsts == null) {
			firsts = new HashMap<>();
			Object table = this.types.table.invoke(method);
			for (int begin : (table != null) ? (int[]) this.types.indexes.invoke(table) : new int[0]) {
				firsts.merge(line(method, begin), begin, Math::min);
			}
			this.firsts.put(method, firsts);
		}
		return firsts;
	}

	private int line(Object method, int index) throws ReflectiveOperationException {
		return ((StackTraceElement) this.types.element.invoke(method, index)).getLineNumber();
	}

	/**
	 * What is needed of the compiler's results.
	 */
	private record Types(Method places, Field debug, Field position, Class<?> frame, Method caller, Method method,
			Method index, Field rethrows, Field duringCall, Field values, Field kinds, Field locals, Field stack,
			Field locks, Constructor<?> newFrame, Method table, Method indexes, Method element, Method deoptimizes,
			Method debugs) {

		static Types find() throws ReflectiveOperationException {
			Class<?> frame = Class.forName("jdk.vm.ci.code.BytecodeFrame");
			Class<?> method = Class.forName("jdk.vm.ci.meta.ResolvedJavaMethod");
			Class<?> table = Class.forName("jdk.vm.ci.meta.LineNumberTable");
			Field values = ImageBuilder.field(frame, "values");
			Field kinds = ImageBuilder.field(frame, "slotKinds");
			return new Types(
					ImageBuilder.method(Class.forName("jdk.graal.compiler.code.CompilationResult"), "getInfopoints"),
					ImageBuilder.field(Class.forName("jdk.vm.ci.code.site.Infopoint"), "debugInfo"),
					ImageBuilder.field(Class.forName("jdk.vm.ci.code.DebugInfo"), "bytecodePosition"), frame,
					ImageBuilder.method(frame, "caller"), ImageBuilder.method(frame, "getMethod"),
					ImageBuilder.method(frame, "getBCI"), ImageBuilder.field(frame, "rethrowException"),
					ImageBuilder.field(frame, "duringCall"), values, kinds, ImageBuilder.field(frame, "numLocals"),
					ImageBuilder.field(frame, "numStack"), ImageBuilder.field(frame, "numLocks"),
					ImageBuilder.constructor(frame, frame, method, int.class, boolean.class, boolean.class,
							values.getType(), kinds.getType(), int.class, int.class, int.class),
					ImageBuilder.method(method, "getLineNumberTable"), ImageBuilder.method(table, "getBcis"),
					ImageBuilder.method(method, "asStackTraceElement", int.class),
					ImageBuilder.method(Class.forName("com.oracle.svm.core.deopt.DeoptimizationSupport"), "enabled"),
					ImageBuilder.method(Class.forName("com.oracle.svm.core.SubstrateOptions"),
							"useDebugInfoGeneration"));
		}

	}

}
