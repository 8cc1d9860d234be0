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
package dev.kindling.http.suites;

import java.lang.reflect.Method;

import com.github.tomakehurst.wiremock.client.VerificationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A difference that is meant: the suite wants the second of two slashes encoded, as
 * Apache's clients would drop it otherwise. Who sends a path as it is, as S3's keys and
 * signatures need it, doesn't pass there, and has to go on not to.
 */
final class SlashesStayAsTheyAre implements InvocationInterceptor {

	@Override
	public void interceptTestTemplateMethod(Invocation<Void> invocation,
			ReflectiveInvocationContext<Method> invocationContext, ExtensionContext extensionContext) throws Throwable {
		String path = (String) invocationContext.getArguments().get(0);
		if (path.contains("//")) {
			assertThatThrownBy(invocation::proceed).isInstanceOf(VerificationException.class)
				.hasMessageContaining(path);
		}
		else {
			invocation.proceed();
		}
	}

}
