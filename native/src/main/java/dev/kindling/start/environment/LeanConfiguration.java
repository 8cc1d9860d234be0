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

package dev.kindling.start.environment;

/**
 * What ahead-of-time processing found out about an application's configuration. It is
 * implemented by generated code and becomes part of the image heap.
 */
public interface LeanConfiguration {

	/**
	 * The documents of the application's configuration files.
	 * @return highest precedence first; profiles' files in the order within a profile
	 */
	LeanDocument[] documents();

	/**
	 * The profiles that were active during ahead-of-time processing and decided which
	 * beans there are.
	 * @return the profiles' names, in order of activation
	 */
	String[] activeProfiles();

	/**
	 * Whether a bean definition needs text converted to another type, or binds
	 * configuration properties.
	 * @return {@code false} if converters can stay out of the executable
	 */
	boolean usesConversion();

	/**
	 * Whether configuration files are read when the application starts, by Spring Boot's
	 * own code.
	 * @return {@code false} if {@link #documents()} are all there is
	 */
	boolean readsConfiguration();

	/**
	 * Whether a configuration file or the application's code uses {@code random.…}.
	 * @return {@code false} if random values can stay out of the executable
	 */
	boolean usesRandomValues();

	/**
	 * Whether a document counts on one cloud platform only.
	 * @return {@code false} if the platform doesn't have to be found out
	 */
	boolean usesCloudPlatforms();

}
