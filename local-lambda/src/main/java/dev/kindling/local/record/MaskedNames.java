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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of headers, parameters and properties whose values are credentials. Case,
 * hyphens and underscores don't matter. Of a name with segments, such as
 * {@code user[password]} or {@code user.password}, the last one counts.
 */
final class MaskedNames {

	static final List<String> STANDARD = List.of("Authorization", "Proxy-Authorization", "Cookie", "Cookies",
			"Set-Cookie", "X-Amz-Security-Token", "X-Amz-Credential", "X-Amz-Signature", "X-Amzn-Oidc-Data",
			"X-Amzn-Oidc-Accesstoken", "X-Api-Key", "X-Auth-Token", "X-Csrf-Token", "X-Xsrf-Token",
			"authorizationToken", "identitySource", "accessKey", "accessKeyId", "secretAccessKey", "sessionToken",
			"securityToken", "apiKey", "password", "passwd", "passphrase", "secret", "clientSecret", "credentials",
			"token", "accessToken", "refreshToken", "idToken", "privateKey");

	/** What stands before them says whose or which it is. */
	static final List<String> ENDINGS = List.of("password", "passwd", "passphrase", "secret", "apiKey", "accessKey",
			"privateKey", "secretKey", "accessToken", "authToken", "bearerToken", "csrfToken", "xsrfToken", "idToken",
			"refreshToken", "securityToken", "sessionToken");

	private static final Set<String> COOKIES = Set.of("cookie", "cookies", "setcookie");

	private static final Pattern SEGMENTS = Pattern.compile("[.\\[\\]]+");

	private final List<String> endings = ENDINGS.stream().map(MaskedNames::normalized).toList();

	private final Set<String> kept = new HashSet<>();

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
			if (!isMasked(normalized(name))) {
				throw new IllegalArgumentException("'" + name + "' isn't masked, and needn't be kept. Masked are: "
						+ String.join(", ", STANDARD) + ", and names that end with " + String.join(", ", ENDINGS));
			}
			this.names.remove(normalized(name));
			this.kept.add(normalized(name));
		}
		more.forEach((name) -> this.names.add(normalized(name)));
		more.forEach((name) -> this.kept.remove(normalized(name)));
	}

	private boolean isMasked(String normalized) {
		return this.names.contains(normalized) || this.endings.stream().anyMatch(normalized::endsWith);
	}

	private static String normalized(String name) {
		return name.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
	}

	boolean contains(String name) {
		String whole = normalized(name);
		String last = lastSegment(whole);
		return this.names.contains(whole)
				|| (!this.kept.contains(whole) && !this.kept.contains(last) && isMasked(last));
	}

	/**
	 * Without the index of an element.
	 */
	private static String lastSegment(String name) {
		String[] segments = SEGMENTS.split(name);
		for (int i = segments.length - 1; i >= 0; i--) {
			if (!segments[i].isEmpty() && !segments[i].chars().allMatch(Character::isDigit)) {
				return segments[i];
			}
		}
		return name;
	}

	/**
	 * Says whether a value is one or more cookies, which have names of their own.
	 */
	static boolean isCookie(String name) {
		return COOKIES.contains(normalized(name));
	}

	/**
	 * Says whether a value is all cookies that a client sends, without attributes.
	 */
	static boolean isSentCookie(String name) {
		return normalized(name).equals("cookie");
	}

	/**
	 * Says whether a value begins with the scheme by which it is to be understood.
	 */
	static boolean hasScheme(String name) {
		return normalized(name).contains("authorization");
	}

}
