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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import dev.kindling.start.MainClass;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * What the method that starts an application does, read from its byte code.
 *
 * @param mainClass the class of that method
 * @param source the class that it runs, or {@code null}
 * @param reason why that can't be done without Spring Boot's own stages: the second half
 * of a sentence, or {@code null} if it can
 */
record ApplicationMain(Class<?> mainClass, @Nullable String source, @Nullable String reason) {

	/**
	 * Reads the method that started these beans' application.
	 * @return {@code null} if nobody knows of one
	 */
	static @Nullable ApplicationMain of(ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getSingleton(MainClass.BEAN_NAME) instanceof MainClass main) {
			return of(main.type());
		}
		return null;
	}

	static ApplicationMain of(Class<?> type) {
		String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
		try (InputStream input = type.getResourceAsStream(file)) {
			if (input == null) {
				return new ApplicationMain(type, null, "the class file of " + type.getName() + " can't be found");
			}
			MainMethod method = new MainMethod();
			new ClassReader(input).accept(method, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
			return new ApplicationMain(type, method.source(), method.reason());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The class file of " + type.getName() + " can't be read", ex);
		}
	}

}
