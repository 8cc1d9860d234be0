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

import java.net.URI;

import org.junit.jupiter.api.AfterEach;

import software.amazon.awssdk.http.HttpProxyTestSuite;
import software.amazon.awssdk.http.proxy.TestProxySetting;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The control: the SDK's own suite for the configuration of proxies with its own client.
 */
class UrlConnectionProxySuiteIntegrationTests extends HttpProxyTestSuite {

	@AfterEach
	void clear() {
		SdkProxies.clear();
	}

	@Override
	protected void assertProxyConfiguration(TestProxySetting userSetProxySettings,
			TestProxySetting expectedProxySettings, Boolean useSystemProperty, Boolean useEnvironmentVariable,
			String protocol) {
		ProxyConfiguration.Builder builder = ProxyConfiguration.builder().scheme(protocol);
		if (userSetProxySettings != null) {
			TestProxySetting set = userSetProxySettings;
			if (set.getHost() != null) {
				builder.endpoint(URI.create(protocol + "://" + set.getHost() + ':' + set.getPort()));
			}
			builder.username(set.getUserName())
				.password(set.getPassword())
				.nonProxyHosts(set.getNonProxyHosts().isEmpty() ? null : set.getNonProxyHosts());
		}
		if (useSystemProperty != null) {
			builder.useSystemPropertyValues(useSystemProperty);
		}
		if (useEnvironmentVariable != null) {
			builder.useEnvironmentVariablesValues(useEnvironmentVariable);
		}
		ProxyConfiguration configuration = builder.build();
		assertThat(configuration.host()).isEqualTo(expectedProxySettings.getHost());
		assertThat(configuration.port()).isEqualTo(expectedProxySettings.getPort());
		assertThat(configuration.username()).isEqualTo(expectedProxySettings.getUserName());
		assertThat(configuration.password()).isEqualTo(expectedProxySettings.getPassword());
		assertThat(configuration.nonProxyHosts()).isEqualTo(expectedProxySettings.getNonProxyHosts());
	}

}
