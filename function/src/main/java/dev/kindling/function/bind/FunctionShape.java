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

package dev.kindling.function.bind;

/**
 * How a function bean is called.
 */
public enum FunctionShape {

	/** A {@link java.util.function.Function}. */
	FUNCTION("java.util.function.Function", 0, 1),

	/** A {@link java.util.function.Consumer}. */
	CONSUMER("java.util.function.Consumer", 0, -1),

	/** A {@link java.util.function.Supplier}. */
	SUPPLIER("java.util.function.Supplier", -1, 0),

	/** A {@link java.util.function.BiFunction} of input and context. */
	BI_FUNCTION("java.util.function.BiFunction", 0, 2, 1),

	/** A {@link java.util.function.BiConsumer} of input and context. */
	BI_CONSUMER("java.util.function.BiConsumer", 0, -1, 1),

	/** AWS's {@code RequestHandler}. */
	REQUEST_HANDLER("com.amazonaws.services.lambda.runtime.RequestHandler", 0, 1),

	/** AWS's {@code RequestStreamHandler}. */
	REQUEST_STREAM_HANDLER("com.amazonaws.services.lambda.runtime.RequestStreamHandler", -1, -1),

	/** A Kotlin lambda without a parameter. */
	KOTLIN_FUNCTION_0("kotlin.jvm.functions.Function0", -1, 0),

	/** A Kotlin lambda with one parameter. */
	KOTLIN_FUNCTION_1("kotlin.jvm.functions.Function1", 0, 1),

	/** A Kotlin lambda of input and context. */
	KOTLIN_FUNCTION_2("kotlin.jvm.functions.Function2", 0, 2, 1);

	private final String typeName;

	private final int input;

	private final int output;

	private final int context;

	FunctionShape(String typeName, int input, int output) {
		this(typeName, input, output, -1);
	}

	FunctionShape(String typeName, int input, int output, int context) {
		this.context = context;
		this.typeName = typeName;
		this.input = input;
		this.output = output;
	}

	/**
	 * The interface that a bean of this shape has.
	 * @return its name, as it may not be on the class path
	 */
	public String typeName() {
		return this.typeName;
	}

	/**
	 * Which type argument of the interface is the input.
	 * @return its index, or -1 if there is none
	 */
	public int inputIndex() {
		return this.input;
	}

	/**
	 * Which type argument of the interface is the invocation's context.
	 * @return its index, or -1 if there is none
	 */
	public int contextIndex() {
		return this.context;
	}

	/**
	 * Which type argument of the interface is the output.
	 * @return its index, or -1 if there is none
	 */
	public int outputIndex() {
		return this.output;
	}

}
