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
package dev.kindling.http;

import java.net.ConnectException;

import dev.kindling.http.suites.SdkProxies;
import org.junit.jupiter.api.AfterEach;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.proxy.HttpClientDefaultProxyConfigTestSuite;

/**
 * The SDK's own suite for proxies that only system properties and environment variables
 * name.
 */
class KindlingDefaultProxySuiteIntegrationTests extends HttpClientDefaultProxyConfigTestSuite {

	@AfterEach
	void clear() {
		SdkProxies.clear();
	}

	@Override
	protected boolean isSyncClient() {
		return true;
	}

	@Override
	protected SdkHttpClient createSyncHttpClientWithDefaultProxy() {
		return KindlingHttpClient.builder().environment(SdkProxies::environment).build();
	}

	@Override
	protected SdkAsyncHttpClient createHttpClientWithDefaultProxy() {
		throw new UnsupportedOperationException();
	}

	@Override
	protected Class<? extends Exception> getProxyFailedExceptionType() {
		return ConnectException.class;
	}

	@Override
	protected Class<? extends Exception> getProxyFailedCauseExceptionType() {
		return ConnectException.class;
	}

}
