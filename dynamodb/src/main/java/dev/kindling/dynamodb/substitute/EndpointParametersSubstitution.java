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

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.Target;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointParams;

/**
 * Reads the resource that a request is for by the field's name, where the SDK casts to
 * each of its request types and so brings all of them into the executable, with all that
 * they are made of.
 */
@TargetClass(className = EndpointParametersSubstitution.Wanted.TYPE,
		onlyWith = EndpointParametersSubstitution.Wanted.class)
final class EndpointParametersSubstitution {

	private EndpointParametersSubstitution() {
	}

	@Substitute
	private static void setContextParams(DynamoDbEndpointParams.Builder params, String operationName,
			SdkRequest request) {
		String resource = RequestedResource.of(request);
		if (resource != null) {
			params.resourceArn(resource);
		}
	}

	/**
	 * Whether the SDK of this build has the method.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "software.amazon.awssdk.services.dynamodb.endpoints.internal.DynamoDbEndpointResolverUtils";

		Wanted() {
			super(null, TYPE, "setContextParams",
					"software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointParams$Builder",
					"java.lang.String", "software.amazon.awssdk.core.SdkRequest");
		}

	}

}
