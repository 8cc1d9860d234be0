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

import java.util.stream.Stream;

import software.amazon.awssdk.testutils.EnvironmentVariableHelper;
import software.amazon.awssdk.utils.SystemSetting;

/**
 * What the SDK's suites for proxies set.
 */
public final class SdkProxies {

	private SdkProxies() {
	}

	/**
	 * An environment variable, or what a suite put in its place.
	 */
	public static String environment(String name) {
		return SystemSetting.getStringValueFromEnvironmentVariable(name).orElse(null);
	}

	/**
	 * Takes back what a suite leaves set, which is for all tests of this JVM.
	 */
	public static void clear() {
		Stream.of("http", "https")
			.flatMap((scheme) -> Stream.of("proxyHost", "proxyPort", "nonProxyHosts", "proxyUser", "proxyPassword")
				.map((name) -> scheme + '.' + name))
			.forEach(System::clearProperty);
		System.clearProperty("none");
		new EnvironmentVariableHelper().reset();
	}

}
