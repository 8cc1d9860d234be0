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

import java.net.MalformedURLException;
import java.net.URL;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

/**
 * Reads a configured end point for the AWS SDK's rules where {@code java.net.URL} knows
 * no protocols. Without it the SDK goes on as if there were none, on each call and after
 * an exception with its stack.
 */
@TargetClass(className = EndpointUrlSubstitution.Wanted.TYPE, onlyWith = EndpointUrlSubstitution.Wanted.class)
final class EndpointUrlSubstitution {

	@Alias
	EndpointUrlSubstitution(String scheme, String authority, String path, String normalizedPath, boolean isIp) {
	}

	@Alias
	static native boolean isIpAddr(String host);

	@Alias
	static native String normalizePath(String path);

	@Substitute
	public static EndpointUrlSubstitution parse(String text) throws MalformedURLException {
		URL url = EndpointUrl.parse(text);
		if (url.getQuery() != null) {
			return null;
		}
		String path = url.getPath();
		return new EndpointUrlSubstitution(url.getProtocol(), url.getAuthority(), path, normalizePath(path),
				isIpAddr(url.getHost()));
	}

	/**
	 * Whether URL protocols are to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "software.amazon.awssdk.services.dynamodb.endpoints.internal.RuleUrl";

		Wanted() {
			super(ImagePart.URL_PROTOCOLS, TYPE, "parse", "java.lang.String");
		}

		@Override
		public boolean getAsBoolean() {
			return super.getAsBoolean() && exists(TYPE, "isIpAddr", "java.lang.String")
					&& exists(TYPE, "normalizePath", "java.lang.String") && hasConstructor(TYPE, "java.lang.String",
							"java.lang.String", "java.lang.String", "java.lang.String", "boolean");
		}

	}

}
