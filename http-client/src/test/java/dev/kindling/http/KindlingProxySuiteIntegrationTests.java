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

import java.net.URI;
import java.util.List;

import dev.kindling.http.suites.SdkProxies;
import org.junit.jupiter.api.AfterEach;

import software.amazon.awssdk.http.HttpProxyTestSuite;
import software.amazon.awssdk.http.proxy.ProxyConfigCommonTestData;
import software.amazon.awssdk.http.proxy.TestProxySetting;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The SDK's own suite for what the builder of a proxy, system properties and environment
 * variables come to.
 */
class KindlingProxySuiteIntegrationTests extends HttpProxyTestSuite {

	private static final List<String> EXCLUDED = List.of(ProxyConfigCommonTestData.SYSTEM_PROPERTY_NON_PROXY,
			ProxyConfigCommonTestData.ENVIRONMENT_VARIABLE_NON_PROXY,
			ProxyConfigCommonTestData.USER_NONPROXY_ON_BUILDER);

	@AfterEach
	void clear() {
		SdkProxies.clear();
	}

	private static ProxyConfiguration configuration(TestProxySetting settings, Boolean systemProperties,
			Boolean environmentVariables, String protocol) {
		ProxyConfiguration.Builder builder = ProxyConfiguration.builder();
		if (settings != null) {
			if (settings.getHost() != null) {
				builder.endpoint(URI.create(protocol + "://" + settings.getHost() + ':' + settings.getPort()));
			}
			if (settings.getUserName() != null) {
				builder.username(settings.getUserName());
			}
			if (settings.getPassword() != null) {
				builder.password(settings.getPassword());
			}
			if (!settings.getNonProxyHosts().isEmpty()) {
				builder.nonProxyHosts(settings.getNonProxyHosts());
			}
		}
		if (systemProperties != null) {
			builder.useSystemPropertyValues(systemProperties);
		}
		if (environmentVariables != null) {
			builder.useEnvironmentVariableValues(environmentVariables);
		}
		return builder.build();
	}

	@Override
	protected void assertProxyConfiguration(TestProxySetting userSetProxySettings,
			TestProxySetting expectedProxySettings, Boolean useSystemProperty, Boolean useEnvironmentVariable,
			String protocol) {
		ProxySelection selection = new ProxySelection(
				configuration(userSetProxySettings, useSystemProperty, useEnvironmentVariable, protocol),
				System::getProperty, SdkProxies::environment);
		ProxyServer found = selection.find(Route.of(URI.create(protocol + "://service.example")));
		if (expectedProxySettings.getHost() == null) {
			assertThat(found).isNull();
			return;
		}
		assertThat(found.address().host()).isEqualTo(expectedProxySettings.getHost());
		assertThat(found.address().port()).isEqualTo(expectedProxySettings.getPort());
		assertThat(found.authorization()).isEqualTo(authorization(expectedProxySettings));
		assertThat(EXCLUDED).filteredOn((host) -> selection.find(Route.of(URI.create(protocol + "://" + host))) == null)
			.containsExactlyInAnyOrderElementsOf(expectedProxySettings.getNonProxyHosts());
	}

	private static String authorization(TestProxySetting settings) {
		if (settings.getUserName() == null) {
			return null;
		}
		return ProxyServer.basic(settings.getUserName(),
				(settings.getPassword() != null) ? settings.getPassword() : "");
	}

}
