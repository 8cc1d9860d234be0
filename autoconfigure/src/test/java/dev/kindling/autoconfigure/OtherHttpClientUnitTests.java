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

package dev.kindling.autoconfigure;

import java.io.File;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for an application that has left out {@code kindling-http-client} and brings the
 * SDK's client of its choice.
 */
class OtherHttpClientUnitTests {

	@Test
	void theClientStartsWithoutKindlingsHttpClientOnTheClassPath() throws Exception {
		List<URL> classPath = new ArrayList<>();
		for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
			.split(File.pathSeparator)) {
			if (!entry.contains("http-client" + File.separator + "target") && !entry.contains("kindling-http-client")) {
				classPath.add(new File(entry).toURI().toURL());
			}
		}
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader loader = new URLClassLoader(classPath.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader())) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> loader.loadClass("dev.kindling.http.KindlingHttpClient"));
			Thread.currentThread().setContextClassLoader(loader);
			((Runnable) loader.loadClass(Application.class.getName()).getConstructor().newInstance()).run();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	public static final class Application implements Runnable {

		@Override
		public void run() {
			SdkHttpClient other = (SdkHttpClient) Proxy.newProxyInstance(getClass().getClassLoader(),
					new Class<?>[] { SdkHttpClient.class }, (proxy, method, arguments) -> null);
			new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DynamoDbAutoConfiguration.class))
				.withBean("other", SdkHttpClient.class, () -> other)
				.withPropertyValues("AWS_REGION=eu-west-1", "AWS_ACCESS_KEY_ID=ID", "AWS_SECRET_ACCESS_KEY=hidden",
						"kindling.dynamodb.priming=always")
				.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(DynamoDbClient.class));
		}

	}

}
