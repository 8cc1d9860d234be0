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

package dev.kindling.it.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Uses as much memory as the event asks for.
 */
@Configuration(proxyBeanMethods = false)
class MemoryFunctions {

	private static final int MEGABYTE = 1024 * 1024;

	@Bean
	Function<Retain, Retained> retain() {
		return (request) -> {
			List<byte[]> retained = new ArrayList<>();
			while (retained.size() < request.megabytes()) {
				byte[] block = new byte[MEGABYTE];
				Arrays.fill(block, (byte) 1);
				retained.add(block);
			}
			return new Retained(retained.size());
		};
	}

	/**
	 * What to do.
	 *
	 * @param megabytes to hold at once
	 */
	record Retain(int megabytes) {
	}

	/**
	 * What was done.
	 *
	 * @param megabytes that were held at once
	 */
	record Retained(int megabytes) {
	}

}
