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

package dev.kindling.maven.elf;

/**
 * A processor architecture, as the ELF header has it.
 */
public enum Machine {

	/**
	 * AMD64, in Lambda's words {@code x86_64}.
	 */
	X86_64("x86_64"),

	/**
	 * AArch64, in Lambda's words {@code arm64}.
	 */
	ARM64("arm64"),

	/**
	 * One that Lambda doesn't have.
	 */
	OTHER("another architecture");

	private static final int EM_X86_64 = 62;

	private static final int EM_AARCH64 = 183;

	private final String lambdaName;

	Machine(String lambdaName) {
		this.lambdaName = lambdaName;
	}

	static Machine of(int code) {
		return switch (code) {
			case EM_X86_64 -> X86_64;
			case EM_AARCH64 -> ARM64;
			default -> OTHER;
		};
	}

	/**
	 * What Lambda calls it.
	 * @return such as {@code arm64}
	 */
	public String lambdaName() {
		return this.lambdaName;
	}

}
