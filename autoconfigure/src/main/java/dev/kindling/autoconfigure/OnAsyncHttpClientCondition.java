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

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Whether a bean or the class path has an HTTP client that doesn't block.
 */
class OnAsyncHttpClientCondition extends SpringBootCondition implements ConfigurationCondition {

	private static final String CLIENT = "software.amazon.awssdk.http.async.SdkAsyncHttpClient";

	private static final String[] IMPLEMENTATIONS = { "software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient",
			"software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient" };

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("HTTP client that doesn't block");
		for (String implementation : IMPLEMENTATIONS) {
			if (ClassUtils.isPresent(implementation, context.getClassLoader())) {
				return ConditionOutcome.match(message.foundExactly(implementation));
			}
		}
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		if (beanFactory != null) {
			Class<?> type = ClassUtils.resolveClassName(CLIENT, context.getClassLoader());
			if (beanFactory.getBeanNamesForType(type, false, false).length > 0) {
				return ConditionOutcome.match(message.foundExactly("a bean"));
			}
		}
		return ConditionOutcome.noMatch(message.because("neither a bean nor the class path has one"));
	}

}
