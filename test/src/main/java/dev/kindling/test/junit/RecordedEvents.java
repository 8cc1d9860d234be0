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

package dev.kindling.test.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method of a {@link LambdaTest} once for each event that
 * <code>kindling:record</code> has kept. The method has a parameter of the type
 * {@link RecordedEvent} and calls {@link RecordedEvent#replay()}; what the event needs is
 * made before that, and what else is to be seen is asserted after it. No recorded event
 * is an error.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(RecordedEventsExtension.class)
public @interface RecordedEvents {

	/**
	 * The function whose events are replayed.
	 * @return its directory's name; by default {@link LambdaTest#handler()}, or else the
	 * only function of which there are recorded events
	 */
	String value() default "";

	/**
	 * Where the functions' directories are.
	 * @return a path, from the module's directory
	 */
	String directory() default "src/test/resources/events/recorded";

}
