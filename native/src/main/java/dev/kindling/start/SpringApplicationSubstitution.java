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

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Puts the lean start behind {@code SpringApplication.run(Application.class, args)}, so
 * that none of Spring Boot's own stages are in the executable. An application that makes
 * a {@link SpringApplication} itself and customises it isn't affected.
 */
@TargetClass(value = SpringApplication.class, onlyWith = LeanStartAvailable.class)
final class SpringApplicationSubstitution {

	private SpringApplicationSubstitution() {
	}

	@Substitute
	public static ConfigurableApplicationContext run(Class<?>[] primarySources, String[] args) {
		return LeanStart.run(primarySources, args);
	}

}
