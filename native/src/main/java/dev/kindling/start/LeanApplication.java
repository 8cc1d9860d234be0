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

package dev.kindling.start;

import dev.kindling.start.environment.LeanConfiguration;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What ahead-of-time processing found out about an application that can start lean. It is
 * implemented by generated code and becomes part of the image heap, so that nothing of it
 * is looked up or computed at run time.
 */
public interface LeanApplication extends LeanConfiguration {

	/**
	 * The class that was processed ahead of time.
	 * @return the application's primary source
	 */
	Class<?> source();

	/**
	 * Registers the bean definitions.
	 * @return a new instance of the initializer that Spring generated
	 */
	ApplicationContextInitializer<GenericApplicationContext> initializer();

	/**
	 * Whether a bean definition uses the Spring Expression Language.
	 * @return {@code false} if expressions can stay out of the executable
	 */
	boolean usesExpressions();

	/**
	 * Whether there are {@code ApplicationRunner} or {@code CommandLineRunner} beans.
	 * @return {@code false} if none has to be looked for
	 */
	boolean usesRunners();

	/**
	 * Whether Jackson's mapper was made at build time.
	 * @return {@code true} if {@code spring.jackson.…} can't be honoured any more
	 */
	boolean freezesObjectMapper();

}
