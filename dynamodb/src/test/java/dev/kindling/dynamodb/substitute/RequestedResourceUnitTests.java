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

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointParams;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestedResource}.
 */
class RequestedResourceUnitTests {

	static List<Class<?>> requests() {
		return Stream.of(DynamoDbClient.class.getMethods())
			.map(Method::getParameterTypes)
			.filter((types) -> types.length == 1 && DynamoDbRequest.class.isAssignableFrom(types[0]))
			.<Class<?>>map((types) -> types[0])
			.distinct()
			.toList();
	}

	@Test
	void findsTheRequestsOfTheSdk() {
		assertThat(requests()).hasSizeGreaterThan(55);
	}

	@ParameterizedTest
	@MethodSource("requests")
	void isWhatTheSdkReadsFromARequest(Class<?> type) throws Exception {
		SdkBuilder<?, ?> builder = (SdkBuilder<?, ?>) type.getMethod("builder").invoke(null);
		for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
			if (field.marshallingType().getTargetClass() == String.class) {
				field.set(builder, "the " + field.memberName());
			}
		}
		SdkRequest request = (SdkRequest) builder.build();
		assertThat(RequestedResource.of(request)).isEqualTo(readBySdk(request));
		SdkRequest empty = (SdkRequest) ((SdkBuilder<?, ?>) type.getMethod("builder").invoke(null)).build();
		assertThat(RequestedResource.of(empty)).isNull();
	}

	private static String readBySdk(SdkRequest request) throws Exception {
		Method method = Class.forName(EndpointParametersSubstitution.Wanted.TYPE)
			.getDeclaredMethod("setContextParams", DynamoDbEndpointParams.Builder.class, String.class,
					SdkRequest.class);
		method.setAccessible(true);
		DynamoDbEndpointParams.Builder params = DynamoDbEndpointParams.builder();
		method.invoke(null, params, request.getClass().getSimpleName().replace("Request", ""), request);
		return params.build().resourceArn();
	}

}
