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

package dev.kindling.local.record;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of headers, parameters and properties whose values are credentials. Case,
 * hyphens and underscores don't matter.
 */
final class MaskedNames {

	static final List<String> STANDARD = List.of("Authorization", "Proxy-Authorization", "Cookie", "Cookies",
			"Set-Cookie", "X-Amz-Security-Token", "X-Amz-Credential", "X-Amz-Signature", "X-Amzn-Oidc-Data",
			"X-Amzn-Oidc-Accesstoken", "X-Api-Key", "X-Auth-Token", "X-Csrf-Token", "X-Xsrf-Token",
			"authorizationToken", "identitySource", "accessKey", "accessKeyId", "secretAccessKey", "sessionToken",
			"securityToken", "apiKey", "password", "passwd", "passphrase", "secret", "clientSecret", "credentials",
			"token", "accessToken", "refreshToken", "idToken", "privateKey");

	private final Set<String> names = new LinkedHashSet<>();

	/**
	 * The standard names, with more and without some.
	 * @param more further names
	 * @param without names of the standard whose values are kept
	 * @throws IllegalArgumentException if a name is to be kept that wouldn't be masked
	 */
	MaskedNames(Collection<String> more, Collection<String> without) {
		STANDARD.forEach((name) -> this.names.add(normalized(name)));
		for (String name : without) {
			if (!this.names.remove(normalized(name))) {
				throw new IllegalArgumentException(
						"'" + name + "' isn't masked, and needn't be kept. Masked are: " + String.join(", ", STANDARD));
			}
		}
		more.forEach((name) -> this.names.add(normalized(name)));
	}

	private static String normalized(String name) {
		return name.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
	}

	boolean contains(String name) {
		return this.names.contains(normalized(name));
	}

	/**
	 * Says whether a value is a cookie, which has a name of its own.
	 */
	static boolean isCookie(String name) {
		return normalized(name).contains("cookie");
	}

	/**
	 * Says whether a value begins with the scheme by which it is to be understood.
	 */
	static boolean hasScheme(String name) {
		return normalized(name).contains("authorization");
	}

}
