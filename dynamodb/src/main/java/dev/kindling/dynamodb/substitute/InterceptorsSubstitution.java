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

package dev.kindling.dynamodb.substitute;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.Target;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Makes the SDK's interceptors from the names that the class path had when the executable
 * was built, where those are known.
 */
@TargetClass(className = InterceptorsSubstitution.Wanted.TYPE, onlyWith = InterceptorsSubstitution.Wanted.class)
final class InterceptorsSubstitution {

	private InterceptorsSubstitution() {
	}

	@Alias
	private native ExecutionInterceptor createExecutionInterceptor(String className);

	@Alias
	private native Stream<ExecutionInterceptor> createExecutionInterceptorsFromResources(Enumeration<URL> resources);

	@Alias
	private native ClassLoader classLoader();

	@Substitute
	private Collection<ExecutionInterceptor> createExecutionInterceptorsFromClasspath(String resourcePath) {
		List<String> names = ClassPathResources.interceptors(resourcePath);
		if (names == null) {
			try {
				return createExecutionInterceptorsFromResources(classLoader().getResources(resourcePath))
					.collect(Collectors.toMap(Object::getClass, Function.identity(), (first, second) -> first,
							LinkedHashMap::new))
					.values();
			}
			catch (IOException ex) {
				throw SdkClientException.create("The interceptors in " + resourcePath + " can't be found", ex);
			}
		}
		List<ExecutionInterceptor> interceptors = new ArrayList<>(names.size());
		for (String name : names) {
			interceptors.add(createExecutionInterceptor(name));
		}
		return interceptors;
	}

	/**
	 * Whether the SDK of this build has the methods.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "software.amazon.awssdk.core.interceptor.ClasspathInterceptorChainFactory";

		Wanted() {
			super(null, TYPE, "createExecutionInterceptorsFromClasspath", "java.lang.String");
		}

		@Override
		public boolean getAsBoolean() {
			return super.getAsBoolean() && exists(TYPE, "createExecutionInterceptor", "java.lang.String")
					&& exists(TYPE, "createExecutionInterceptorsFromResources", "java.util.Enumeration")
					&& exists(TYPE, "classLoader");
		}

	}

}
